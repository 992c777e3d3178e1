import Foundation
import Testing

/// A program of the system that reads what we wrote.
enum Command {
    /// Whether there is such a program.
    static func exists(_ name: String) -> Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }

    /// Runs a program to its end; it must end well.
    ///
    /// - Returns: What it printed.
    /// - Throws: When it can't be run.
    static func run(_ name: String, _ arguments: [String]) throws -> String {
        let process = Process()
        // A file, since another child could hold a pipe open and keep us waiting for its end.
        let output = FileManager.default.temporaryDirectory
            .appendingPathComponent("command-\(UUID().uuidString)")
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(["PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(name) failed")
        return String(decoding: try Data(contentsOf: output), as: UTF8.self)
    }
}
