import Foundation

/// A database with the demonstration releases, filled once for all tests as `make serve` fills it.
enum DemonstrationDatabase {
    /// The database; made on first use.
    static let file: Result<URL, any Error> = Result {
        let folder = Program.top.appending(path: ".build/end-to-end")
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = folder.appending(path: "demonstration.sqlite")
        let outcome = try Program.shell(
            "deploy/fill-database.sh '\(Program.path.path)' '\(database.path)'"
        )
        guard outcome.status == 0 else { throw NotFilled(errors: outcome.errors) }
        return database
    }

    /// Starts a server over it.
    static func serve() throws -> Server {
        try Server(database: try file.get())
    }

    struct NotFilled: Error {
        let errors: String
    }
}
