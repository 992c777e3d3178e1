internal import ArgumentParser
internal import SnapshotPublishing
internal import SnapshotStore

/// Why a command ends early: what to tell the person, and the exit code.
struct Failure: Error, CustomStringConvertible {
    /// The documented exit codes.
    enum Code: Int32 {
        case unavailable = 1
        case refused = 2
        case damaged = 3
        case full = 4
        case locked = 5
        case unknownCommit = 6
    }

    let code: Code
    let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    init(_ error: StoreError) {
        switch error {
        case .locked:
            self.init(
                .locked,
                "another process is writing this database; wait until it is done, or stop it"
            )
        case .full(let cause):
            self.init(.full, "there is no room left (\(cause)); nothing was changed")
        case .commitUnknown(let cause):
            self.init(
                .unknownCommit,
                "it is unknown whether the snapshot was stored (\(cause)); run `jobindsats "
                    + "snapshots`, then publish the same delivery again"
            )
        case .unavailable(let cause):
            self.init(.unavailable, "the database can't be used: \(cause)")
        case .unsupportedFormat(let cause):
            self.init(.unavailable, "the file is no database of this program: \(cause)")
        default: self.init(.damaged, "the database is damaged: \(error)")
        }
    }

    init(_ error: PublishingError) {
        switch error {
        case .store(let error): self.init(error)
        case .damaged: self.init(.damaged, error.description)
        default: self.init(.refused, error.description)
        }
    }
}

extension ParsableCommand {
    /// Runs the work of a command; a failure goes to standard error, with its exit code.
    func reporting(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let failure as Failure {
            Console.complain(failure.description)
            throw ExitCode(failure.code.rawValue)
        }
    }
}
