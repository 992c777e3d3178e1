internal import ArgumentParser

/// The command `jobindsats`.
@main
struct StatisticsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobindsats",
        abstract: "Publish labour-market statistics as immutable snapshots, and serve them.",
        discussion: """
            Exit codes:
              0   done
              1   the database or a file can't be read or written
              2   the input was refused: a delivery, a catalogue, a release instant, a setting
              3   verification found damage
              4   the disk is full; nothing was changed
              5   another process is writing this database
              6   it is unknown whether the snapshot was stored: run `snapshots` and publish again
              64  the command line is wrong

            Completions: jobindsats --generate-completion-script bash|zsh|fish
            """,
        version: "0.1.0",
        subcommands: [
            PublishCommand.self, SnapshotsCommand.self, VerifyCommand.self, ServeCommand.self,
            CatalogueCommand.self, ConfigCommand.self,
        ]
    )
}

/// What most subcommands share: which database, and for whom the output is.
struct DatabaseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The database file.", valueName: "file"))
    var database: String

    @Flag(help: "Print JSON.")
    var json = false
}
