internal import Foundation
internal import ResponseFormats

/// Standard output for results, standard error for complaints and progress.
enum Console {
    /// Prints a result.
    static func say(_ text: String) {
        write(text + "\n", to: .standardOutput)
    }

    /// Prints a result as JSON.
    static func say(_ value: JSONValue) {
        FileHandle.standardOutput.write(Data(value.bytes + [UInt8(ascii: "\n")]))
    }

    /// Prints why something failed.
    static func complain(_ text: String) {
        write("jobindsats: \(text)\n", to: .standardError)
    }

    /// Whether standard error is a terminal, so that somebody may be watching.
    static var isWatched: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

    /// Shows how far long work has come, on one line that is written over and over.
    static func showProgress(_ text: String) {
        guard isWatched else { return }
        write("\r\u{1B}[K\(text)", to: .standardError)
    }

    /// Shows a bar of twenty steps.
    static func showProgress(_ label: String, _ part: Int, of whole: Int) {
        let filled = whole > 0 ? min(20, part * 20 / whole) : 20
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
        showProgress("\(bar) \(label) \(part)/\(whole)")
    }

    /// Clears the line of progress.
    static func endProgress() { showProgress("") }

    private static func write(_ text: String, to handle: FileHandle) {
        handle.write(Data(text.utf8))
    }
}
