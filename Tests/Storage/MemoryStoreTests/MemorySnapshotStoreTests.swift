import MemoryStore
import SnapshotStore
import StatisticsModel
import StoreContract
import Testing

@Suite struct MemorySnapshotStoreTests {
    @Test(arguments: StoreContract.cases)
    func `the store keeps its promises`(promise: StoreContract) async throws {
        let factory = StoreFactory(make: { MemorySnapshotStore() }, reopen: { $0 })

        try await promise.verify(on: factory)
    }

    @Test func `two stores share nothing`() async throws {
        var builder = DraftBuilder()
        let draft = builder.next(changing: [:])
        let first = MemorySnapshotStore()
        let second = MemorySnapshotStore()

        try await first.stage(draft)

        #expect(try await first.snapshots() == [draft.snapshot])
        #expect(try await second.snapshots().isEmpty)
    }
}
