public import StatisticsModel

/// All that a snapshot holds, as hashes: the text whose SHA-256 is the snapshot's root.
///
/// The text has one fact a line, in a fixed order, so that anyone proves a snapshot with
/// `sha256sum` and sees what two snapshots differ in with `diff`:
/// ```
/// snapshot-manifest 1
/// dataMonth 2026M07
/// document <hash> <name>
/// indicator <id> asPublished|computed
/// plane <root> <first> <last> <chunks> <cells> <plane key>
/// ```
public struct SnapshotManifest: Sendable, Equatable {
    /// Who computed an indicator's figures.
    public enum Provenance: String, Sendable {
        /// Somebody else published them; they are stored as they came.
        case asPublished
        /// They were computed from the databank, behind disclosure control.
        case computed
    }

    /// One plane's line.
    public struct Plane: Sendable, Equatable {
        /// Which plane.
        public let key: PlaneKey
        /// The hash over its chunks.
        public let root: ContentHash
        /// The first and the last period with a cell.
        public let periods: ClosedRange<Period>
        /// How many chunks have a cell.
        public let chunks: Int
        /// How many cells it has, withheld ones included.
        public let cells: Int

        /// Makes a line.
        public init(
            key: PlaneKey,
            root: ContentHash,
            periods: ClosedRange<Period>,
            chunks: Int,
            cells: Int
        ) {
            self.key = key
            self.root = root
            self.periods = periods
            self.chunks = chunks
            self.cells = cells
        }
    }

    /// The newest month that the figures know.
    public let dataMonth: Period
    /// The frozen catalogue and layouts: name to hash.
    public let documents: [String: ContentHash]
    /// The indicators that have figures, and whose these are.
    public let provenances: [Code<Indicator>: Provenance]
    /// The planes that have a cell, in the order of their keys.
    public let planes: [Plane]

    /// Makes a manifest; planes are put in order.
    public init(
        dataMonth: Period,
        documents: [String: ContentHash],
        provenances: [Code<Indicator>: Provenance],
        planes: [Plane]
    ) {
        self.dataMonth = dataMonth
        self.documents = documents
        self.provenances = provenances
        self.planes = planes.map { ($0.key.description, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The hash of the text: the snapshot's root.
    public var root: ContentHash { ContentHash(sha256: Array(text.utf8)) }

    /// The manifest as text, every line ended by a line feed.
    public var text: String {
        var lines = ["snapshot-manifest 1", "dataMonth \(dataMonth)"]
        lines += documents.sorted { $0.key < $1.key }.map { "document \($0.value) \($0.key)" }
        lines += provenances.sorted { $0.key < $1.key }
            .map { "indicator \($0.key) \($0.value.rawValue)" }
        lines += planes.map { plane in
            "plane \(plane.root) \(plane.periods.lowerBound) \(plane.periods.upperBound) "
                + "\(plane.chunks) \(plane.cells) \(plane.key)"
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Parses a manifest's text; `nil` when it is not, byte for byte, a manifest's `text`.
    public init?(parsing text: String) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        guard lines.count >= 2, lines[0] == ["snapshot-manifest", "1"], lines[1].count == 2,
            lines[1][0] == "dataMonth", let month = Period(parsing: lines[1][1]),
            month.type == .month
        else { return nil }
        var documents: [String: ContentHash] = [:]
        var provenances: [Code<Indicator>: Provenance] = [:]
        var planes: [Plane] = []
        for words in lines.dropFirst(2) {
            switch words.first {
            case "document":
                guard words.count == 3, let hash = ContentHash(hex: words[1]) else { return nil }
                documents[words[2]] = hash
            case "indicator":
                guard words.count == 3, let id = try? Code<Indicator>(parsing: words[1]),
                    let provenance = Provenance(rawValue: words[2])
                else { return nil }
                provenances[id] = provenance
            case "plane":
                guard let plane = Self.plane(words) else { return nil }
                planes.append(plane)
            default: return nil
            }
        }
        self.init(
            dataMonth: month,
            documents: documents,
            provenances: provenances,
            planes: planes
        )
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    private static func plane(_ words: [String]) -> Plane? {
        guard words.count == 7, let root = ContentHash(hex: words[1]),
            let first = Period(parsing: words[2]), let last = Period(parsing: words[3]),
            let chunks = Int(words[4]), let cells = Int(words[5]), chunks > 0, cells >= chunks,
            let key = PlaneKey(parsing: words[6]),
            first <= last, first.type == key.periodType, last.type == key.periodType
        else { return nil }
        return Plane(key: key, root: root, periods: first...last, chunks: chunks, cells: cells)
    }
}
