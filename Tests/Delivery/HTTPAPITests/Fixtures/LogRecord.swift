import Foundation
import Logging
import Synchronization

/// Keeps what was logged.
final class LogRecord: Sendable {
    private let entries = Mutex<[String]>([])

    /// Each entry with its level, message and fields.
    var lines: [String] { entries.withLock { $0 } }

    /// A logger for one request, which has a name of its own as the server gives it one.
    func logger() -> Logger {
        var logger = Logger(label: "api") { _ in Handler(record: self) }
        logger[metadataKey: "hb.request.id"] = "\(UUID().uuidString)"
        return logger
    }

    private struct Handler: LogHandler {
        let record: LogRecord
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.debug

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let fields = event.metadata.map { "\($0)" } ?? ""
            record.entries.withLock { $0.append("\(event.level) \(event.message) \(fields)") }
        }
    }
}
