/// One thing that an operator decides, by flag, environment, file or not at all.
struct Setting: Sendable {
    /// What the value is.
    enum Kind: Sendable {
        case text
        case integer(ClosedRange<Int>)
    }

    /// The key in the settings file, below `jobindsats`; the environment has `JOBINDSATS_…`.
    let name: String
    let kind: Kind
    /// The value where nothing is said.
    let standard: String
    /// What it does, in a line.
    let explanation: String

    /// All settings of `serve`.
    static let all: [Setting] = [
        Setting("database", .text, "var/jobindsats.sqlite", "the database file"),
        Setting("host", .text, "127.0.0.1", "the address to listen on"),
        Setting("port", .integer(1...65_535), "8080", "the port to listen on"),
        Setting(
            "publicURL",
            .text,
            "",
            "what absolute links begin with; made from host and port where nothing is said"
        ),
        Setting(
            "cacheMegabytes",
            .integer(1...65_536),
            "64",
            "the most memory for decoded chunks, in MiB"
        ),
        Setting(
            "verifyEvery",
            .integer(1...1_000_000),
            "16",
            "every how manieth chunk that is read gets its content hash checked"
        ),
        Setting(
            "bufferedCells",
            .integer(0...1_000_000),
            "5000",
            "the most cells of an answer that is put together in memory; larger ones stream"
        ),
        Setting(
            "answerCacheMegabytes",
            .integer(0...4_096),
            "16",
            "the most memory for small answers that are kept as they went out, in MiB"
        ),
        Setting(
            "maxURLBytes",
            .integer(256...65_536),
            "16384",
            "the most bytes of a request's path and query"
        ),
        Setting(
            "maxHeaderBytes",
            .integer(1_024...65_536),
            "65536",
            "the most bytes of a request's headers"
        ),
        Setting(
            "maxBodyBytes",
            .integer(1_024...16_777_216),
            "1048576",
            "the most bytes of a request's body"
        ),
        Setting(
            "idleTimeoutSeconds",
            .integer(1...3_600),
            "60",
            "how long a connection may be idle before it is closed"
        ),
        Setting("backlog", .integer(1...65_535), "1024", "how many connections may wait"),
        Setting("logLevel", .text, "info", "trace, debug, info, notice, warning, error, critical"),
    ]

    private init(_ name: String, _ kind: Kind, _ standard: String, _ explanation: String) {
        self.name = name
        self.kind = kind
        self.standard = standard
        self.explanation = explanation
    }
}
