internal import Foundation

/// The files of a catalogue's folder, read whole, for none of them is large.
struct CatalogueFiles {
    let path: String
    let problems: CatalogueProblems

    /// Returns a file's bytes; `nil`, and a problem, when it can't be read or is no UTF-8.
    func bytes(of file: String) -> [UInt8]? {
        let place = CataloguePlace(file: file, line: 1)
        let bytes: [UInt8]
        do {
            bytes = try FileStream.contents(ofPath: path + "/" + file)
        } catch {
            problems.add(
                .unreadableFile,
                at: place,
                "the file can't be read",
                remedy: "every catalogue has one: \(error.cause)"
            )
            return nil
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            problems.add(
                .malformedFile,
                at: place,
                "the file is not UTF-8",
                remedy: "write it in UTF-8"
            )
            return nil
        }
        return bytes
    }

    /// Returns a file's text; `nil`, and a problem, when it can't be read or is no UTF-8.
    func text(of file: String) -> String? {
        bytes(of: file).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Returns the names of a subfolder's files with an ending, in the order of their bytes.
    func names(in folder: String, ending suffix: String) -> [String] {
        let all: [String]
        do {
            all = try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
        } catch {
            problems.add(
                .unreadableFile,
                at: CataloguePlace(file: folder, line: 1),
                "the folder can't be read",
                remedy: "every catalogue has one"
            )
            return []
        }
        return all.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    func exists(_ file: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + file)
    }
}
