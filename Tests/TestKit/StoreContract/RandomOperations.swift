internal import CubeCoding
public import SnapshotStore
internal import StatisticsFixtures
internal import StatisticsModel
internal import Testing

/// A random run of operations on a store, each compared with an oracle; the same for a seed.
public struct RandomOperations: Sendable {
    private enum Operation: CaseIterable {
        case stage
        case stageMuch
        case withdraw
        case transition
        case reopen
    }

    private let seed: UInt64
    private let count: Int

    /// Plans a run.
    ///
    /// - Parameters:
    ///   - seed: What the choices come from.
    ///   - count: How many operations there are.
    public init(seed: UInt64, count: Int = 40) {
        self.seed = seed
        self.count = count
    }

    /// Runs the operations on a new store, and compares it with the oracle now and then.
    ///
    /// - Parameter factory: Makes the store.
    /// - Returns: The store.
    /// - Throws: What the store threw.
    public func run(on factory: StoreFactory) async throws -> any SnapshotWriter {
        var random = SeededRandom(seed: seed)
        var store = try await factory.make()
        var oracle = StoreOracle()
        var builder = DraftBuilder()
        for step in 1...count {
            switch Operation.allCases.randomElement(using: &random) ?? .stage {
            case .stage:
                let share = Int.random(in: 0...4, using: &random)
                try await stage(share, on: store, &builder, &oracle, &random)
            case .stageMuch:
                try await stage(ChunkKey.samples.count, on: store, &builder, &oracle, &random)
            case .withdraw:
                try await withdraw(on: store, &oracle, &random)
            case .transition:
                try await transition(on: store, &oracle, &random)
            case .reopen:
                store = try await factory.reopen(store)
            }
            guard step.isMultiple(of: 10) else { continue }
            try await oracle.compare(with: store, "seed \(seed), step \(step)")
        }
        return store
    }

    private func stage(
        _ chunkCount: Int,
        on store: any SnapshotWriter,
        _ builder: inout DraftBuilder,
        _ oracle: inout StoreOracle,
        _ random: inout SeededRandom
    ) async throws {
        var chunks: [ChunkKey: Chunk] = [:]
        for key in ChunkKey.samples.shuffled(using: &random).prefix(chunkCount) {
            chunks[key] =
                builder.chunk(key)?.revised(using: &random) ?? .sample(for: key, using: &random)
        }
        let state = [Snapshot.State.draft, .validated, .scheduled].randomElement(using: &random)
        let draft = builder.next(
            changing: chunks,
            documents: [Array("document \(builder.head)".utf8)],
            state: state ?? .draft
        )
        try await store.stage(draft)
        try oracle.add(draft, chunks: chunks)
        #expect(
            try await store.documents(Array(draft.documents.keys)) == draft.documents,
            "seed \(seed)"
        )
    }

    private func withdraw(
        on store: any SnapshotWriter,
        _ oracle: inout StoreOracle,
        _ random: inout SeededRandom
    ) async throws {
        let open = oracle.snapshots.filter { $0.state != .withdrawn }
        guard let snapshot = open.randomElement(using: &random) else { return }
        let withdrawal = Withdrawal(
            at: snapshot.releaseAt.adding(seconds: 60),
            reason: "reason \(Int.random(in: 0...99, using: &random))",
            successor: Bool.random(using: &random) ? oracle.snapshots.last?.id : nil
        )
        try await store.withdraw(snapshot.sequence, withdrawal)
        oracle.move(snapshot.sequence, to: .withdrawn, withdrawal)
    }

    private func transition(
        on store: any SnapshotWriter,
        _ oracle: inout StoreOracle,
        _ random: inout SeededRandom
    ) async throws {
        let open = oracle.snapshots.filter { $0.state != .withdrawn }
        guard let snapshot = open.randomElement(using: &random) else { return }
        let states = [Snapshot.State.draft, .validated, .scheduled]
        let state = states.randomElement(using: &random) ?? .scheduled
        try await store.transition(snapshot.sequence, to: state)
        oracle.move(snapshot.sequence, to: state, nil)
    }
}
