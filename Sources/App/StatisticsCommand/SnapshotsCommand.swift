internal import ArgumentParser
internal import ResponseFormats
internal import SnapshotStore
internal import StatisticsModel

/// `jobindsats snapshots`.
struct SnapshotsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshots",
        abstract: "List all snapshots, those under embargo included."
    )

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await reporting {
            let reader = try Wiring.reader(of: options.database)
            let snapshots: [Snapshot]
            do throws(StoreError) {
                snapshots = try await reader.snapshots()
            } catch {
                throw Failure(error)
            }
            if options.json {
                Console.say(.array(snapshots.map(Self.document)))
            } else {
                for snapshot in snapshots { Console.say(Self.line(snapshot)) }
            }
        }
    }

    /// A snapshot on one line.
    static func line(_ snapshot: Snapshot) -> String {
        let state = word(snapshot, at: Wiring.now())
        return "\(snapshot.id) (sequence \(snapshot.sequence), \(state), data to "
            + "\(snapshot.dataMonth), root \(snapshot.root.description.prefix(16))…)"
    }

    /// A snapshot for programs.
    static func document(_ snapshot: Snapshot) -> JSONValue {
        .object([
            ("id", .string(snapshot.id.description)),
            ("sequence", .integer(snapshot.sequence)),
            ("state", .string(word(snapshot, at: Wiring.now()))),
            ("releaseAt", .string(snapshot.releaseAt.description)),
            ("recordedAt", .string(snapshot.recordedAt.description)),
            ("dataMonth", .string(snapshot.dataMonth.description)),
            ("root", .string(snapshot.root.description)),
            ("chain", .string(snapshot.chain.description)),
        ])
    }

    private static func word(_ snapshot: Snapshot, at now: Instant) -> String {
        snapshot.state == .scheduled && snapshot.isPublic(at: now)
            ? "public" : snapshot.state.rawValue
    }
}
