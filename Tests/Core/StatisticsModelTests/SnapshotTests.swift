import Foundation
import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct SnapshotTests {
    @Test(arguments: [
        (Snapshot.State.draft, -1, false), (.draft, 0, false), (.draft, 1, false),
        (.validated, 0, false), (.validated, 1, false), (.scheduled, -1, false),
        (.scheduled, 0, true), (.scheduled, 1, true), (.withdrawn, -1, false),
        (.withdrawn, 0, true), (.withdrawn, 1, true),
    ])
    func `a snapshot is public from its hour on, once it was given one`(
        state: Snapshot.State,
        seconds: Int,
        isPublic: Bool
    ) {
        let snapshot = Snapshot.sample(sequence: 1, state: state)

        let now = snapshot.releaseAt.adding(seconds: seconds)

        #expect(snapshot.isPublic(at: now) == isPublic)
    }

    @Test(arguments: [(-1, false), (0, true), (99, true), (100, false), (101, false)])
    func `a withdrawn snapshot was current until it was withdrawn`(seconds: Int, isCurrent: Bool) {
        let release = Snapshot.sample(sequence: 1).releaseAt
        let snapshot = Snapshot.sample(
            sequence: 1,
            state: .withdrawn,
            withdrawal: Withdrawal(
                at: release.adding(seconds: 100),
                reason: "Forkerte tal",
                successor: nil
            )
        )

        let now = release.adding(seconds: seconds)

        #expect(snapshot.isCurrent(at: now) == isCurrent)
        #expect(snapshot.isPublic(at: now) == (seconds >= 0))
    }

    @Test(arguments: [(-1, false), (0, true), (1_000_000, true)])
    func `a scheduled snapshot is current from its hour on`(seconds: Int, isCurrent: Bool) {
        let snapshot = Snapshot.sample(sequence: 1)

        #expect(snapshot.isCurrent(at: snapshot.releaseAt.adding(seconds: seconds)) == isCurrent)
    }

    @Test(arguments: [(-1, false), (0, false), (1, true)])
    func `a snapshot recorded after its release is backfilled`(seconds: Int, isBackfilled: Bool) {
        let sample = Snapshot.sample(sequence: 1)
        let snapshot = Snapshot(
            id: sample.id,
            sequence: 1,
            state: .scheduled,
            releaseAt: sample.releaseAt,
            recordedAt: sample.releaseAt.adding(seconds: seconds),
            dataMonth: sample.dataMonth,
            root: sample.root,
            chain: sample.chain,
            origin: sample.origin,
            notes: []
        )

        #expect(snapshot.isBackfilled == isBackfilled)
    }

    @Test(arguments: [1, 2])
    func `a record comes back from JSON`(sequence: Int) throws {
        let snapshot = Snapshot.sample(
            sequence: sequence,
            state: .withdrawn,
            changes: ChangeCounts(added: 1, revised: 2, removed: 3, status: 4),
            withdrawal: Withdrawal(
                at: Instant(secondsSinceEpoch: 1_800_000_000),
                reason: "Forkerte tal",
                successor: SnapshotID(parsing: "2027-01-15.2")
            )
        )

        let data = try JSONEncoder().encode(snapshot)

        #expect(try JSONDecoder().decode(Snapshot.self, from: data) == snapshot)
    }

    @Test func `each change of a cell counts as one kind`() {
        var counts = ChangeCounts()
        let five = Cell(scaled: 5)
        let changes: [(Cell, Cell)] = [
            (five, five), (.absent, .absent), (.suppressed, .suppressed), (.absent, five),
            (.absent, .suppressed), (five, Cell(scaled: 6)), (five, .absent),
            (.suppressed, .absent),
            (five, .absent), (five, .suppressed), (.suppressed, five),
            (.suppressed, Cell(without: .redacted)), (five, Cell(without: .notAvailable)),
        ]

        for (previous, current) in changes { counts.count(from: previous, to: current) }

        #expect(counts == ChangeCounts(added: 2, revised: 1, removed: 3, status: 4))
    }
}
