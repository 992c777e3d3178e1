import Foundation

/// The released program, run as people run it.
struct Program {
    /// What a run left behind.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The repository's top.
    static let top = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Whether the tests that take long are wanted.
    static var isDeep: Bool { ProcessInfo.processInfo.environment["JOBINDSATS_DEEP"] == "1" }

    /// The program: the one that `make test` built, else a debug build.
    static var path: URL {
        let named = ProcessInfo.processInfo.environment["JOBINDSATS_PROGRAM"]
        return URL(filePath: named ?? ".build/debug/jobindsats", relativeTo: top).absoluteURL
    }

    /// The folder with real published figures; `nil` where there is none.
    static var realFigures: URL? {
        let named = ProcessInfo.processInfo.environment["REAL_FIGURES"].map { URL(filePath: $0) }
        let folder = named ?? top.deletingLastPathComponent().appending(path: "shared/real")
        let manifest = folder.appending(path: "2026-08-18/delivery.json")
        return FileManager.default.fileExists(atPath: manifest.path) ? folder : nil
    }

    /// Runs the program to its end.
    static func run(_ arguments: String...) throws -> Outcome {
        try run(path, arguments)
    }

    /// Runs any command in the repository's top to its end.
    static func run(_ command: URL, _ arguments: [String]) throws -> Outcome {
        let process = Process()
        let folder = try TemporaryFolder()
        let (output, errors) = (folder.file("output"), folder.file("errors"))
        for file in [output, errors] {
            try Data().write(to: file)
        }
        process.executableURL = command
        process.arguments = arguments
        process.currentDirectoryURL = top
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8)
        )
    }

    /// Runs a line of shell.
    static func shell(_ line: String) throws -> Outcome {
        try run(URL(filePath: "/bin/bash"), ["-c", line])
    }

    /// Runs one of the clients in `Clients/`.
    static func client(_ script: String, _ arguments: [String]) throws -> Outcome {
        let path = top.appending(path: "Tests/EndToEndTests/Clients/\(script)").path
        return try run(top.appending(path: ".build/clients/bin/python"), [path] + arguments)
    }
}

/// A folder that is gone after the test.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "jobindsats-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ name: String) -> URL { url.appending(path: name) }
}
