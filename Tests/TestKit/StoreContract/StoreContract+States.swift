internal import SnapshotStore
internal import StatisticsModel
internal import Testing

extension StoreContract {
    static let stateCases: [StoreContract] = [
        StoreContract("a reader tells of every state, public or not", check: everyStateIsTold),
        StoreContract("a state moves, and nothing else does", check: stateMoves),
        StoreContract("a withdrawn snapshot keeps its reason", check: withdrawalIsKept),
        StoreContract("a withdrawal is final", check: withdrawalIsFinal),
        StoreContract("an unknown sequence is told", check: unknownSequenceIsTold),
    ]

    private static let withdrawal = Withdrawal(
        at: Instant(secondsSinceEpoch: 1_800_000_000),
        reason: "Forkerte tal for København",
        successor: SnapshotID(parsing: "2026-12-01.2")
    )

    private static func everyStateIsTold(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        var builder = DraftBuilder()
        let drafts = [
            builder.next(changing: [:], state: .draft),
            builder.next(changing: [:], state: .validated),
            builder.next(changing: [:], state: .scheduled),
            builder.next(changing: [:], state: .withdrawn, withdrawal: withdrawal),
        ]

        for draft in drafts { try await store.stage(draft) }

        #expect(try await store.snapshots() == drafts.map(\.snapshot))
    }

    private static func stateMoves(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        var builder = DraftBuilder()
        let first = builder.next(changing: [:])
        var other = DraftBuilder()
        let asDraft = other.next(changing: [:], state: .draft)
        try await store.stage(asDraft)

        try await store.transition(1, to: .validated)
        let validated = try await store.snapshots()
        try await store.transition(1, to: .scheduled)

        #expect(validated.map(\.state) == [.validated])
        #expect(try await store.snapshots() == [first.snapshot])
    }

    private static func withdrawalIsKept(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        var builder = DraftBuilder()
        let drafts = [builder.next(changing: [:]), builder.next(changing: [:])]
        for draft in drafts { try await store.stage(draft) }
        var other = DraftBuilder()
        let withdrawn = other.next(changing: [:], state: .withdrawn, withdrawal: withdrawal)

        try await store.withdraw(1, withdrawal)

        let reopened = try await factory.reopen(store)
        #expect(try await reopened.snapshots() == [withdrawn.snapshot, drafts[1].snapshot])
    }

    private static func withdrawalIsFinal(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        var builder = DraftBuilder()
        try await store.stage(builder.next(changing: [:]))
        try await store.withdraw(1, withdrawal)
        let before = try await store.snapshots()

        await expectUnknown(1) { () async throws(StoreError) in
            try await store.transition(1, to: .scheduled)
        }
        await expectUnknown(1) { () async throws(StoreError) in
            try await store.withdraw(
                1,
                Withdrawal(at: withdrawal.at, reason: "En anden grund", successor: nil)
            )
        }

        #expect(try await store.snapshots() == before)
    }

    private static func unknownSequenceIsTold(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        var builder = DraftBuilder()
        try await store.stage(builder.next(changing: [:]))

        for sequence in [-1, 0, 2] {
            await expectUnknown(sequence) { () async throws(StoreError) in
                try await store.transition(sequence, to: .validated)
            }
            await expectUnknown(sequence) { () async throws(StoreError) in
                try await store.withdraw(sequence, withdrawal)
            }
        }
    }

    private static func expectUnknown(
        _ sequence: Int,
        by change: () async throws(StoreError) -> Void
    ) async {
        do throws(StoreError) {
            try await change()
            Issue.record("a snapshot was changed that must not be")
        } catch {
            guard case .unknownSnapshot(sequence) = error else {
                Issue.record(error, "not the unknown sequence \(sequence)")
                return
            }
        }
    }
}
