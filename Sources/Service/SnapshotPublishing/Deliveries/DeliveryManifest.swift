internal import DeliveryText
public import StatisticsModel

/// What a sender says about a delivery: its `delivery.json`.
public struct DeliveryManifest: Sendable, Equatable {
    /// What happens to cells that the delivery doesn't have.
    public enum Mode: String, Sendable, CaseIterable {
        /// They are removed, in all periods.
        case full
        /// They are removed in every period from the first to the last of the delivery.
        case window
        /// They stay; the rows say what happens to theirs.
        case delta
    }

    /// Why figures are sent.
    public enum Reason: String, Sendable, CaseIterable {
        /// The usual release.
        case routine
        /// Registrations that came late.
        case lateRegistration
        /// The source was revised as a whole.
        case benchmark
        /// Something is counted in another way.
        case methodology
        /// A classification was changed.
        case reclassification
        /// A mistake was corrected.
        case correction
        /// The law was changed.
        case reform
    }

    /// A file of the delivery.
    public struct File: Sendable, Equatable {
        /// The path, relative to the delivery's folder.
        public let path: String
        /// The indicator whose figures it holds.
        public let indicator: String
        /// How many rows it has, the header not counted.
        public let rows: Int
        /// The SHA-256 of its bytes.
        public let hash: ContentHash
    }

    /// Which source delivers: `jobindsats-api`.
    public let source: String
    /// Who sends it.
    public let sender: String
    /// What happens to cells that the delivery doesn't have.
    public let mode: Mode
    /// The newest month that its figures know.
    public let dataMonth: Period
    /// When the registers were read; `nil` when the sender doesn't say.
    public let cutAt: Instant?
    /// Why it is sent.
    public let reason: Reason
    /// Remarks for readers.
    public let notes: [BilingualText]
    /// When the sender wants it to become public; `nil` when that is left to the operator.
    public let releaseAt: Instant?
    /// The files, in the sender's order.
    public let files: [File]

    /// Makes the manifest of figures that were computed here; there are no files.
    ///
    /// - Parameters:
    ///   - source: Which source: `databank`.
    ///   - sender: Who computed them.
    ///   - dataMonth: The newest month that the figures know.
    ///   - cutAt: When the registers were read.
    ///   - reason: Why they are published.
    ///   - notes: Remarks for readers.
    public init(
        source: String,
        sender: String,
        dataMonth: Period,
        cutAt: Instant?,
        reason: Reason,
        notes: [BilingualText]
    ) {
        self.init(
            source: source,
            sender: sender,
            mode: .delta,
            dataMonth: dataMonth,
            cutAt: cutAt,
            reason: reason,
            notes: notes,
            releaseAt: nil,
            files: []
        )
    }

    private init(
        source: String,
        sender: String,
        mode: Mode,
        dataMonth: Period,
        cutAt: Instant?,
        reason: Reason,
        notes: [BilingualText],
        releaseAt: Instant?,
        files: [File]
    ) {
        self.source = source
        self.sender = sender
        self.mode = mode
        self.dataMonth = dataMonth
        self.cutAt = cutAt
        self.reason = reason
        self.notes = notes
        self.releaseAt = releaseAt
        self.files = files
    }

    /// The name of the manifest in a delivery's folder.
    public static let fileName = "delivery.json"

    /// Reads a manifest's bytes.
    ///
    /// - Parameter bytes: JSON; a byte order mark is passed over.
    /// - Returns: The manifest.
    /// - Throws: `DeliveryError` with everything that is wrong with it.
    public static func parse(_ bytes: [UInt8]) throws(DeliveryError) -> DeliveryManifest {
        let problems = DeliveryProblems()
        let json: StrictJSON
        do {
            json = try StrictJSON.parse(bytes)
        } catch {
            problems.add(
                error.duplicateKey == nil ? .malformedManifest : .duplicateField,
                file: fileName,
                line: error.line,
                column: error.duplicateKey,
                error.detail
            )
            try problems.throwAny()
            preconditionFailure("a problem was just added")
        }
        let manifest = manifest(from: json, problems)
        try problems.throwAny()
        guard let manifest else { preconditionFailure("a missing value is always a problem") }
        return manifest
    }

    private static func manifest(
        from json: StrictJSON,
        _ problems: DeliveryProblems
    ) -> DeliveryManifest? {
        let known = [
            "format", "source", "sender", "kind", "mode", "dataMonth", "cutAt", "reason", "notes",
            "releaseAt", "files",
        ]
        guard let object = ManifestObject(json, name: "manifest", keys: known, problems) else {
            return nil
        }
        object.require("format", toBe: "1")
        object.require("kind", toBe: "aggregates")
        let source = object.text("source")
        let sender = object.text("sender")
        let mode = object.word("mode", Mode.self)
        let month = object.month("dataMonth")
        let cutAt = object.instant("cutAt")
        let releaseAt = object.instant("releaseAt")
        let reason = object.word("reason", Reason.self)
        let notes = object.oneOrMoreObjects("notes", keys: ["da", "en"])
            .compactMap {
                note in
                note.text("da").map { BilingualText(danish: $0, english: note.optional("en")) }
            }
        let files = object.objects("files", keys: ["path", "indicator", "rows", "sha256"])
            .compactMap(file)
        guard let source, let sender, let mode, let month, let reason else { return nil }
        return DeliveryManifest(
            source: source,
            sender: sender,
            mode: mode,
            dataMonth: month,
            cutAt: cutAt,
            reason: reason,
            notes: notes,
            releaseAt: releaseAt,
            files: files
        )
    }

    private static func file(_ object: ManifestObject) -> File? {
        let path = object.text("path")
        let indicator = object.text("indicator")
        let rows = object.count("rows")
        let hash = object.hash("sha256")
        guard let path, let indicator, let rows, let hash else { return nil }
        return File(path: path, indicator: indicator, rows: rows, hash: hash)
    }
}
