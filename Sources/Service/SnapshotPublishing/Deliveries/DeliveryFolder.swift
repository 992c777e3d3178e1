internal import CubeCoding
internal import DeliveryText
internal import Foundation
public import StatisticsModel

/// A folder that a sender hands in: `delivery.json` and the files that it names.
public enum DeliveryFolder {
    /// Reads a delivery and checks everything about it.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - catalogue: The catalogue that the figures belong to.
    /// - Returns: The delivery, ready to be published.
    /// - Throws: `DeliveryError` with everything that is wrong, by file and line.
    /// - Complexity: O(*n* log *n*) in the number of rows; memory in proportion to the cells.
    public static func read(
        path: String,
        catalogue: Catalogue
    ) throws(DeliveryError) -> Delivery {
        let problems = DeliveryProblems()
        let bytes: [UInt8]
        do {
            bytes = try FileStream.contents(ofPath: path + "/" + DeliveryManifest.fileName)
        } catch {
            let name = DeliveryManifest.fileName
            problems.add(.missingFile, file: name, "the file can't be read: \(error.cause)")
            throw DeliveryError(problems: problems.listed, count: problems.count)
        }
        let manifest = try DeliveryManifest.parse(bytes)
        var reading = DeliveryReading(
            folder: path,
            manifest: manifest,
            catalogue: catalogue,
            problems: problems
        )
        let tables = reading.readFiles()
        let measures = DeliveryMerge(catalogue: catalogue, manifest: manifest, problems: problems)
            .measures(of: tables)
        try problems.throwAny()
        return Delivery(
            manifest: manifest,
            fingerprint: fingerprint(of: bytes, files: reading.hashes),
            catalogue: catalogue,
            measures: measures,
            provenance: .asPublished
        )
    }

    private static func fingerprint(of manifest: [UInt8], files: [ContentHash]) -> ContentHash {
        var hasher = ContentHasher()
        hasher.update(manifest)
        for hash in files { hasher.update(hash.bytes) }
        return hasher.finalize()
    }
}

/// Goes through the files of a delivery.
private struct DeliveryReading {
    let folder: String
    let manifest: DeliveryManifest
    let catalogue: Catalogue
    let problems: DeliveryProblems
    private(set) var hashes: [ContentHash] = []
    private var spaces: [String: IndicatorSpace] = [:]

    init(
        folder: String,
        manifest: DeliveryManifest,
        catalogue: Catalogue,
        problems: DeliveryProblems
    ) {
        self.folder = folder
        self.manifest = manifest
        self.catalogue = catalogue
        self.problems = problems
    }

    mutating func readFiles() -> [DeliveryTable] {
        var tables: [DeliveryTable] = []
        var seen: Set<String> = []
        for file in manifest.files {
            guard seen.insert(file.path).inserted else {
                problems.add(.duplicateFile, file: file.path, "the manifest names the file twice")
                continue
            }
            let space = space(of: file)
            guard let path = resolvedPath(of: file) else { continue }
            do {
                if let table = try read(file, at: path, space: space) { tables.append(table) }
            } catch {
                let cause = error.cause
                problems.add(.missingFile, file: file.path, "the file can't be read: \(cause)")
            }
        }
        return tables
    }

    private mutating func read(
        _ file: DeliveryManifest.File,
        at path: String,
        space: IndicatorSpace?
    ) throws(FileStream.Failure) -> DeliveryTable? {
        let stream = try FileStream(path: path)
        var reader = CSVReader(nextPiece: stream.next)
        var table: DeliveryTable?
        if let space {
            var parser = DeliveryTableParser(
                file: file.path,
                space: space,
                catalogue: catalogue,
                mode: manifest.mode,
                problems: problems
            )
            table = try parser.parse(&reader, expectedRows: file.rows)
        } else {
            while try reader.next() {}
        }
        let hash = stream.hash()
        hashes.append(hash)
        if hash != file.hash {
            problems.add(
                .checksumMismatch,
                file: file.path,
                value: hash.description,
                "the file's SHA-256 is not the manifest's: it was changed on the way",
                allowed: [file.hash.description]
            )
        }
        if let table, table.rowCount != file.rows {
            problems.add(
                .rowCountMismatch,
                file: file.path,
                value: String(table.rowCount),
                "the file has another number of rows than the manifest says",
                allowed: [String(file.rows)]
            )
        }
        return table
    }

    private mutating func space(of file: DeliveryManifest.File) -> IndicatorSpace? {
        if let known = spaces[file.indicator] { return known }
        guard let id = try? Code<Indicator>(parsing: file.indicator),
            let indicator = catalogue.indicator(id)
        else {
            let ids = catalogue.indicators.map(\.id.text)
            problems.add(
                .unknownIndicator,
                file: file.path,
                column: "indicator",
                value: file.indicator,
                "there is no such indicator",
                suggestion: NearestMatch.nearest(to: file.indicator, among: ids)
            )
            return nil
        }
        let space = IndicatorSpace(of: indicator, in: catalogue)
        spaces[file.indicator] = space
        return space
    }

    /// The file's real path; `nil`, and a problem, unless it is a plain file inside the folder.
    private func resolvedPath(of file: DeliveryManifest.File) -> String? {
        let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }),
            !file.path.utf8.contains(0)
        else {
            problems.add(
                .pathOutsideFolder,
                file: file.path,
                "the path leads out of the delivery's folder, or is not in its plain form"
            )
            return nil
        }
        let path = folder + "/" + file.path
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            problems.add(.missingFile, file: file.path, "the file is not in the delivery's folder")
            return nil
        }
        let home = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let type = try? FileManager.default.attributesOfItem(atPath: target)[.type]
        guard target.hasPrefix(home + "/"), type as? FileAttributeType == .typeRegular else {
            problems.add(
                .pathOutsideFolder,
                file: file.path,
                "the path leads out of the delivery's folder, or to no plain file"
            )
            return nil
        }
        return target
    }
}
