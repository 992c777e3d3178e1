internal import Configuration
internal import HTTPAPI
internal import Logging
internal import StatisticsService

/// The settings of a server, each with where it comes from: flag, environment, file, default.
struct ServerSettings: Sendable {
    /// A setting's value.
    struct Resolved: Sendable {
        let setting: Setting
        let value: String
        /// `flag`, `environment`, `file` or `default`.
        let origin: String
    }

    /// All settings, in the order of `Setting.all`.
    let resolved: [Resolved]

    /// Resolves all settings.
    ///
    /// - Parameters:
    ///   - flags: What the command line says, by name.
    ///   - file: The settings file; `nil` for none.
    /// - Returns: Each setting's value and where it comes from.
    /// - Throws: `Failure` when a value is not what the setting takes, or the file can't be read.
    static func resolve(
        flags: [String: String],
        file: String?
    ) async throws(Failure) -> ServerSettings {
        var layers: [(origin: String, provider: any ConfigProvider)] = [
            ("flag", Self.provider(of: flags)),
            ("environment", EnvironmentVariablesProvider()),
        ]
        if let file {
            do {
                let place = InMemoryProvider(
                    values: ["filePath": ConfigValue(.string(file), isSecret: false)]
                )
                let provider = try await FileProvider<JSONSnapshot>(
                    config: ConfigReader(provider: place)
                )
                layers.append(("file", provider))
            } catch {
                throw Failure(.refused, "the settings file \(file) can't be read: \(error)")
            }
        }
        var resolved: [Resolved] = []
        for setting in Setting.all {
            resolved.append(try Self.resolve(setting, layers))
        }
        return ServerSettings(resolved: resolved)
    }

    private static func provider(of flags: [String: String]) -> InMemoryProvider {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for (name, text) in flags {
            let setting = Setting.all.first { $0.name == name }
            if case .integer = setting?.kind, let number = Int(text) {
                values[key(name)] = ConfigValue(.int(number), isSecret: false)
            } else {
                values[key(name)] = ConfigValue(.string(text), isSecret: false)
            }
        }
        return InMemoryProvider(name: "flags", values: values)
    }

    private static func key(_ name: String) -> AbsoluteConfigKey { ["jobindsats", name] }

    private static func resolve(
        _ setting: Setting,
        _ layers: [(origin: String, provider: any ConfigProvider)]
    ) throws(Failure) -> Resolved {
        for (origin, provider) in layers {
            let found: ConfigContent?
            do {
                let type: ConfigType = if case .integer = setting.kind { .int } else { .string }
                found = try provider.value(forKey: key(setting.name), type: type).value?.content
            } catch {
                throw Failure(
                    .refused,
                    "the setting \(setting.name) (\(origin)) is not what it takes: "
                        + setting.explanation
                )
            }
            switch found {
            case .string(let text):
                return Resolved(setting: setting, value: text, origin: origin)
            case .int(let number):
                if case .integer(let range) = setting.kind, !range.contains(number) {
                    throw Failure(
                        .refused,
                        "the setting \(setting.name) (\(origin)) is \(number); it takes "
                            + "\(range.lowerBound)–\(range.upperBound)"
                    )
                }
                return Resolved(setting: setting, value: String(number), origin: origin)
            default: continue
            }
        }
        return Resolved(setting: setting, value: setting.standard, origin: "default")
    }

    /// Returns the text of a setting.
    func text(_ name: String) -> String {
        guard let found = resolved.first(where: { $0.setting.name == name }) else {
            preconditionFailure("there is a setting \(name)")
        }
        return found.value
    }

    /// Returns the number of a setting that takes one.
    func number(_ name: String) -> Int {
        guard let number = Int(text(name)) else {
            preconditionFailure("the setting \(name) takes a number")
        }
        return number
    }

    /// What links begin with.
    func publicURL(port: Int) -> String {
        let given = text("publicURL")
        guard given.isEmpty else { return given.hasSuffix("/") ? String(given.dropLast()) : given }
        return "http://\(text("host")):\(port)"
    }
}
