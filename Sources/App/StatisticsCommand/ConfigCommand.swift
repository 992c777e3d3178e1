internal import ArgumentParser
internal import Foundation
internal import ResponseFormats

/// `jobindsats config`.
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Work with settings.",
        subcommands: [Print.self]
    )

    /// `jobindsats config print`.
    struct Print: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the settings that `serve` would use.",
            discussion: """
                A flag wins over the environment (JOBINDSATS_PORT), the environment over the \
                settings file ({"jobindsats": {"port": 8080}}), the file over the default.
                """
        )

        @OptionGroup var options: ServerOptions

        @Flag(help: "Say where each value comes from, and what it does.")
        var explain = false

        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            try await reporting {
                let environment = ProcessInfo.processInfo.environment
                let settings = try await options.settings(environment: environment)
                json ? Console.say(document(settings)) : Console.say(text(settings))
            }
        }

        private func text(_ settings: ServerSettings) -> String {
            settings.resolved
                .map { resolved in
                    let line = "\(resolved.setting.name) = \(resolved.value)"
                    guard explain else { return line }
                    return "\(line)    # \(resolved.origin); \(resolved.setting.explanation)"
                }
                .joined(separator: "\n")
        }

        private func document(_ settings: ServerSettings) -> JSONValue {
            .object(
                settings.resolved.map { resolved in
                    let value: JSONValue =
                        if case .integer = resolved.setting.kind {
                            .integer(settings.number(resolved.setting.name))
                        } else {
                            .string(resolved.value)
                        }
                    guard explain else { return (resolved.setting.name, value) }
                    return (
                        resolved.setting.name,
                        .object([
                            ("value", value), ("origin", .string(resolved.origin)),
                            ("explanation", .string(resolved.setting.explanation)),
                        ])
                    )
                }
            )
        }
    }
}
