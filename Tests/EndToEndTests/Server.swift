import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The program serving a database on a free port of this machine, until the test is over.
final class Server {
    let base: String
    private let process = Process()

    /// Starts a server and waits until it says that it is ready.
    init(database: URL, settings: [String] = []) throws {
        let port = try Self.freePort()
        base = "http://127.0.0.1:\(port)"
        process.executableURL = Program.path
        process.arguments =
            ["serve", "--database", database.path, "--port", String(port)] + settings
        let greeting = Pipe()
        process.standardOutput = greeting
        process.standardError = FileHandle.nullDevice
        try process.run()
        var heard = Data()
        while !String(decoding: heard, as: UTF8.self).contains("format=csv") {
            let more = greeting.fileHandleForReading.availableData
            guard !more.isEmpty else { throw NotReady() }
            heard += more
        }
    }

    deinit { stop() }

    /// Stops the server and waits for its end.
    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    /// The process, for measuring and killing.
    var processID: Int32 { process.processIdentifier }

    struct NotReady: Error {}
    struct NoPort: Error {}

    /// Returns a port that nobody listens on.
    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard bound else { throw NoPort() }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
