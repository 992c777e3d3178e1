internal import ArgumentParser
internal import ResponseFormats
internal import SnapshotPublishing
internal import StatisticsModel

/// `jobindsats publish`.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Check a delivery and publish it as a snapshot.",
        discussion: """
            Everything is checked first; if anything is wrong, all of it is listed and nothing \
            changes. The same delivery twice is a no-op that says so. An instant without an offset \
            is Danish time; a past one loads history afterwards.
            """
    )

    @Argument(help: "The delivery: a folder with delivery.json and its files.")
    var folder: String

    @OptionGroup var options: DatabaseOptions

    @Option(help: ArgumentHelp("When it becomes public.", valueName: "instant|now"))
    var releaseAt: String

    @Option(
        help: ArgumentHelp("The snapshot's id; the release date unless given.", valueName: "id")
    )
    var id: String?

    @Option(help: ArgumentHelp("The folder of the catalogue.", valueName: "folder"))
    var catalogue = "seeds/catalogue"

    func run() async throws {
        try await reporting {
            let now = Wiring.now()
            var times = PhaseTimes("reading")
            let request = ReleaseRequest(releaseAt: try instant(now), id: try snapshotID())
            let delivery = try readDelivery()
            let publisher = SnapshotPublisher(store: try Wiring.writer(of: options.database))
            let report: PublishingReport
            do throws(PublishingError) {
                times.begin("comparing")
                report = try await publisher.publish(delivery, request: request, now: now) {
                    Self.show($0, &times)
                }
            } catch {
                Console.endProgress()
                throw Failure(error)
            }
            times.end()
            Console.endProgress()
            options.json
                ? Console.say(Self.document(report, times)) : Console.say(Self.text(report))
        }
    }

    private func instant(_ now: Instant) throws(Failure) -> Instant {
        guard releaseAt != "now" else { return now }
        switch CopenhagenTime.instant(parsing: releaseAt) {
        case .exact(let instant): return instant
        case .nonexistent:
            throw Failure(
                .refused,
                "\(releaseAt) does not exist in Danish time: the clock was put forward over it"
            )
        case .ambiguous(let first, let second):
            throw Failure(
                .refused,
                "\(releaseAt) was twice in Danish time: write \(CopenhagenTime.text(at: first)) or "
                    + CopenhagenTime.text(at: second)
            )
        case .malformed:
            throw Failure(
                .refused,
                "--release-at \(releaseAt) is no instant; write 2026-11-19T08:00 or now"
            )
        }
    }

    private func snapshotID() throws(Failure) -> SnapshotID? {
        guard let id else { return nil }
        guard let parsed = SnapshotID(parsing: id) else {
            throw Failure(.refused, "--id \(id) is no id; write 2026-11-19 or 2026-11-19.2")
        }
        return parsed
    }

    private func readDelivery() throws(Failure) -> Delivery {
        Console.showProgress("reading the catalogue")
        let known = try CatalogueCommand.read(catalogue)
        Console.showProgress("reading the delivery")
        do {
            return try DeliveryFolder.read(path: folder, catalogue: known)
        } catch {
            Console.endProgress()
            throw Failure(.refused, error.description)
        }
    }

    private static func show(_ progress: PublishingProgress, _ times: inout PhaseTimes) {
        switch progress {
        case .comparing(let part, let whole):
            Console.showProgress("comparing measures", part, of: whole)
        case .storing(let chunks, let bytes):
            times.begin("storing")
            Console.showProgress("storing \(chunks) chunks, \(bytes) bytes")
        case .verifying:
            times.begin("readingBack")
            Console.showProgress("reading back")
        }
    }

    private static func text(_ report: PublishingReport) -> String {
        switch report {
        case .alreadyPublished(let snapshot):
            return "this delivery was published before, as \(snapshot.id); nothing was changed"
        case .finished(let snapshot):
            return "finished \(SnapshotsCommand.line(snapshot)), which an earlier run had stored"
        case .published(let published):
            let changes = published.snapshot.origin.changes
            let lines = [
                "published \(SnapshotsCommand.line(published.snapshot))",
                "  cells delivered \(published.deliveredCells): \(changes.added) added, "
                    + "\(changes.revised) revised, \(changes.removed) removed, "
                    + "\(changes.status) with another status",
                "  \(published.chunksWritten) chunks, \(published.bytesWritten) bytes written; "
                    + "\(published.cells) cells in \(published.planes) planes in all",
                "  release \(CopenhagenTime.text(at: published.snapshot.releaseAt)) "
                    + "(\(published.snapshot.releaseAt))",
            ]
            return (lines + published.warnings.map { "  warning: \($0)" })
                .joined(separator: "\n")
        }
    }

    private static func document(_ report: PublishingReport, _ times: PhaseTimes) -> JSONValue {
        let result =
            switch report {
            case .alreadyPublished: "alreadyPublished"
            case .finished: "finished"
            case .published: "published"
            }
        var members: [(String, JSONValue)] = [
            ("result", .string(result)),
            ("snapshot", SnapshotsCommand.document(report.snapshot)),
        ]
        if case .published(let published) = report {
            members += [
                ("deliveredCells", .integer(published.deliveredCells)),
                ("cells", .integer(published.cells)),
                ("planes", .integer(published.planes)),
                ("chunksWritten", .integer(published.chunksWritten)),
                ("bytesWritten", .integer(published.bytesWritten)),
                ("warnings", .array(published.warnings.map { .string($0.description) })),
                ("processorMilliseconds", times.document),
            ]
        }
        return .object(members)
    }
}
