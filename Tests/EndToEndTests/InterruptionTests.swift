import Foundation
import Testing

/// Power cuts and full disks while publishing.
@Suite(.serialized) struct InterruptionTests {
    private static let deliveries = ["2026-09-17", "2026-10-19", "2026-11-19"]

    @Test func `a publisher killed at any moment leaves nothing torn, nothing lost`() throws {
        let folder = try TemporaryFolder()
        let database = folder.file("killed.sqlite").path
        // Each round kills three publishers.
        let rounds = Program.isDeep ? 34 : 3
        var random = SystemRandomNumberGenerator()

        for round in 0..<rounds {
            for suffix in ["", "-wal", "-shm", ".lock"] {
                try? FileManager.default.removeItem(atPath: database + suffix)
            }
            var acknowledged: [String] = []
            for day in Self.deliveries {
                // A full publish takes a second or less; some kills come before, some after it.
                let milliseconds = Int.random(in: 1...1_500, using: &random)
                let seconds = Double(milliseconds) / 1_000
                let killed = try Program.shell(
                    """
                    timeout --signal=KILL \(seconds) '\(Program.path.path)' publish \
                      seeds/demonstration/\(day) --database '\(database)' \
                      --release-at \(day)T08:00 --json
                    """
                )
                if killed.status == 0 { acknowledged.append(day) }
                let state = try verify(database)
                #expect(state.isIntact, "round \(round), killed after \(seconds) s")
                #expect(
                    Set(acknowledged).isSubset(of: state.released),
                    "round \(round): \(acknowledged) were acknowledged, \(state.released) are there"
                )
                let finished = try Program.run(
                    "publish",
                    "seeds/demonstration/\(day)",
                    "--database",
                    database,
                    "--release-at",
                    "\(day)T08:00"
                )
                #expect(finished.status == 0, "\(finished.errors)")
                acknowledged.append(day)
            }
        }
    }

    @Test(.enabled(if: Program.isDeep))
    func `a full disk is refused cleanly, and reads go on`() throws {
        let folder = try TemporaryFolder()
        let mount = folder.url.path
        let mounted = try Program.shell("mount -t tmpfs -o size=24m tmpfs '\(mount)'")
        guard mounted.status == 0 else {
            print("skipped: a small file system can't be mounted without being root")
            return
        }
        defer { _ = try? Program.shell("umount '\(mount)'") }
        let database = "\(mount)/full.sqlite"
        let first = try publish(Self.deliveries[0], database)
        #expect(first.status == 0, "\(first.errors)")
        _ = try Program.shell("head -c 100M /dev/zero > '\(mount)/filler'")

        let second = try publish(Self.deliveries[1], database)
        let server = try Server(database: URL(filePath: database))
        let read = try Program.shell(
            "curl -s -o /dev/null -w '%{http_code}' '\(server.base)/v1/indicators/y25i01/data'"
        )

        #expect(second.status == 4, "\(second.output)\(second.errors)")
        #expect(try verify(database).released == [Self.deliveries[0]])
        #expect(read.output == "200")
    }

    private func publish(_ day: String, _ database: String) throws -> Program.Outcome {
        try Program.run(
            "publish",
            "seeds/demonstration/\(day)",
            "--database",
            database,
            "--release-at",
            "\(day)T08:00"
        )
    }

    private func verify(_ database: String) throws -> (isIntact: Bool, released: Set<String>) {
        guard FileManager.default.fileExists(atPath: database) else { return (true, []) }
        let verification = try Program.run("verify", "--all", "--database", database)
        let list = try Program.run("snapshots", "--database", database)
        let released = list.output.split(separator: "\n").filter { $0.contains("public") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        return (verification.status == 0, Set(released))
    }
}
