internal import ArgumentParser

/// What the command line can say about a server; unsaid things come from elsewhere.
struct ServerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The database file.", valueName: "file"))
    var database: String?

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var host: String?

    @Option(help: ArgumentHelp("The port to listen on.", valueName: "number"))
    var port: Int?

    @Option(
        name: .customLong("public-url"),
        help: ArgumentHelp("What links begin with.", valueName: "url")
    )
    var publicURL: String?

    @Option(
        name: .customLong("log-level"),
        help: ArgumentHelp("How much is logged.", valueName: "level")
    )
    var logLevel: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Any setting, as name=value; may be repeated.", valueName: "setting")
    )
    var others: [String] = []

    @Option(
        help: ArgumentHelp(
            "A JSON file with settings; else the one that JOBINDSATS_CONFIG names.",
            valueName: "file"
        )
    )
    var config: String?

    /// Resolves all settings.
    func settings(environment: [String: String]) async throws(Failure) -> ServerSettings {
        var flags: [String: String] = [:]
        for other in others {
            let halves = other.split(separator: "=", maxSplits: 1).map(String.init)
            guard halves.count == 2, Setting.all.contains(where: { $0.name == halves[0] }) else {
                let names = Setting.all.map(\.name).joined(separator: ", ")
                throw Failure(.refused, "--set \(other) is no setting; there are \(names)")
            }
            flags[halves[0]] = halves[1]
        }
        flags["database"] = database ?? flags["database"]
        flags["host"] = host ?? flags["host"]
        flags["port"] = port.map(String.init) ?? flags["port"]
        flags["publicURL"] = publicURL ?? flags["publicURL"]
        flags["logLevel"] = logLevel ?? flags["logLevel"]
        return try await ServerSettings.resolve(
            flags: flags,
            file: config ?? environment["JOBINDSATS_CONFIG"]
        )
    }
}
