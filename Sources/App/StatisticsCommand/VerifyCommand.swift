internal import ArgumentParser
internal import ResponseFormats
internal import SnapshotPublishing
internal import StatisticsModel

/// `jobindsats verify`.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that a database still has what was written.",
        discussion: """
            Compares every checksum, content hash, root, document and the chain of releases. \
            Damage is listed and ends with exit code 3.
            """
    )

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "Read all snapshots, not only the newest.")
    var all = false

    func run() async throws {
        try await reporting {
            let report = await SnapshotVerifier.verify(
                store: try Wiring.reader(of: options.database),
                scope: all ? .everySnapshot : .newest
            ) { Console.showProgress("verifying \($0)") }
            Console.endProgress()
            options.json ? Console.say(Self.document(report)) : Console.say(Self.text(report))
            if !report.isIntact {
                throw Failure(.damaged, "\(report.damages.count) things are not what was written")
            }
        }
    }

    private static func text(_ report: VerificationReport) -> String {
        let summary =
            "\(report.isIntact ? "intact" : "DAMAGED"): \(report.snapshots) snapshots, "
            + "\(report.planes) planes, \(report.chunks) chunks, \(report.documents) documents"
        return ([summary] + report.damages.map { "  \($0)" }).joined(separator: "\n")
    }

    private static func document(_ report: VerificationReport) -> JSONValue {
        .object([
            ("intact", .bool(report.isIntact)),
            ("snapshots", .integer(report.snapshots)),
            ("planes", .integer(report.planes)),
            ("chunks", .integer(report.chunks)),
            ("documents", .integer(report.documents)),
            ("damages", .array(report.damages.map { .string($0.description) })),
        ])
    }
}
