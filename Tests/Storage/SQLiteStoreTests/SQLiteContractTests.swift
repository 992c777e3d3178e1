import MemoryStore
import SnapshotStore
import StoreContract
import Testing

@testable import SQLiteStore

@Suite struct SQLiteContractTests {
    let folder: TemporaryFolder
    let factory: StoreFactory

    init() throws {
        let folder = try TemporaryFolder()
        let stores = StoreCounter()
        self.folder = folder
        factory = StoreFactory(
            make: {
                let number = await stores.next()
                return try SQLiteSnapshotWriter(path: folder.file("\(number).sqlite"))
            },
            reopen: { store in
                let writer = try #require(store as? SQLiteSnapshotWriter)
                writer.close()
                return try SQLiteSnapshotWriter(path: writer.path)
            }
        )
    }

    @Test(arguments: StoreContract.cases)
    func `the store keeps its promises`(promise: StoreContract) async throws {
        try await promise.verify(on: factory)
    }

    @Test(arguments: UInt64(21)...23)
    func `a file and memory hold the same after the same operations`(seed: UInt64) async throws {
        let operations = RandomOperations(seed: seed, count: 25)
        let inMemory = StoreFactory(make: { MemorySnapshotStore() }, reopen: { $0 })

        let memory = try await operations.run(on: inMemory)
        let file = try await operations.run(on: factory)

        let expected = try await StoreTranscript.text(of: memory)
        #expect(try await StoreTranscript.text(of: file) == expected, "seed \(seed)")
    }
}

private actor StoreCounter {
    private var count = 0

    func next() -> Int {
        count += 1
        return count
    }
}
