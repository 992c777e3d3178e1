public import SnapshotStore

/// How a test makes a store of one back end.
public struct StoreFactory: Sendable {
    /// Makes an empty store.
    public let make: @Sendable () async throws -> any SnapshotWriter
    /// Closes a store and opens it anew, with all that it held.
    public let reopen: @Sendable (any SnapshotWriter) async throws -> any SnapshotWriter

    /// Makes a factory.
    public init(
        make: @escaping @Sendable () async throws -> any SnapshotWriter,
        reopen: @escaping @Sendable (any SnapshotWriter) async throws -> any SnapshotWriter
    ) {
        self.make = make
        self.reopen = reopen
    }
}

/// One promise that every back end keeps; its tests run all `cases`.
public struct StoreContract: Sendable, CustomStringConvertible {
    /// The promise, as a sentence.
    public let description: String

    private let check: @Sendable (StoreFactory) async throws -> Void

    /// All promises.
    public static let cases: [StoreContract] =
        stagingCases + readingCases + stateCases + [
            StoreContract("any sequence of operations reads as the plain oracle says") { factory in
                for seed in UInt64(1)...4 {
                    _ = try await RandomOperations(seed: seed).run(on: factory)
                }
            }
        ]

    /// Makes a promise.
    init(
        _ description: String,
        check: @escaping @Sendable (StoreFactory) async throws -> Void
    ) {
        self.description = description
        self.check = check
    }

    /// Checks the promise on a back end; what is broken is recorded as an issue of the test.
    ///
    /// - Parameter factory: Makes stores of the back end.
    /// - Throws: What a store threw and should not have.
    public func verify(on factory: StoreFactory) async throws {
        try await check(factory)
    }
}
