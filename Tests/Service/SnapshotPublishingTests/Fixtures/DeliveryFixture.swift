import CubeCoding
import SnapshotPublishing
import StatisticsModel

/// A delivery as files.
struct DeliveryFixture {
    struct File {
        var path: String
        var indicator = "y01a01"
        var bytes: [UInt8]
        /// `nil` for the right ones.
        var rows: Int?
        var hash: String?

        init(_ path: String, indicator: String = "y01a01", _ text: String) {
            self.path = path
            self.indicator = indicator
            bytes = Array(text.utf8)
        }

        var manifest: String {
            let lines = max(0, bytes.count { $0 == UInt8(ascii: "\n") } - 1)
            let sum = hash ?? ContentHash(sha256: bytes).description
            return
                #"{"path": "\#(path)", "indicator": "\#(indicator)", "rows": \#(rows ?? lines), "#
                + #""sha256": "\#(sum)"}"#
        }
    }

    var mode = "window"
    var month = "2026M03"
    /// Further fields of the manifest, each ended by a comma.
    var further = ""
    var files: [File]

    /// A delivery of one file.
    init(_ text: String, mode: String = "window", indicator: String = "y01a01") {
        self.mode = mode
        files = [File("figures.csv", indicator: indicator, text)]
    }

    init(files: [File], mode: String = "window") {
        self.files = files
        self.mode = mode
    }

    var manifest: String {
        """
        {"format": 1, "source": "star-api", "sender": "star", "kind": "aggregates",
         "mode": "\(mode)", "dataMonth": "\(month)", "reason": "routine", \(further)
         "files": [\(files.map(\.manifest).joined(separator: ",\n"))]}
        """
    }

    func folder() throws -> TemporaryFolder {
        var contents = ["delivery.json": Array(manifest.utf8)]
        for file in files { contents[file.path] = file.bytes }
        return try TemporaryFolder(contents)
    }

    func read(_ catalogue: Catalogue) throws -> Delivery {
        let folder = try folder()
        return try DeliveryFolder.read(path: folder.path, catalogue: catalogue)
    }

    /// The problems that the delivery is refused with; empty when it is accepted.
    func problems(_ catalogue: Catalogue) throws -> [DeliveryProblem] {
        do {
            _ = try read(catalogue)
            return []
        } catch let error as DeliveryError {
            return error.problems
        }
    }
}
