internal import ArgumentParser
internal import Foundation
internal import HTTPAPI
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import QueryPlanning
internal import ServiceLifecycle
internal import StatisticsModel
internal import StatisticsService

/// `jobindsats serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve a database over HTTP.",
        discussion: """
            The database is opened read-only; `publish` may run beside it. Stop with SIGTERM or \
            SIGINT: answers under way are finished first. `config print --explain` lists all \
            settings.
            """
    )

    @OptionGroup var options: ServerOptions

    func run() async throws {
        try await reporting {
            let environment = ProcessInfo.processInfo.environment
            let settings = try await options.settings(environment: environment)
            let logger = try logger(settings)
            let service = try Wiring.service(
                of: settings.text("database"),
                StatisticsService.Settings(
                    cacheBytes: settings.number("cacheMegabytes") << 20,
                    verifyEvery: settings.number("verifyEvery")
                )
            )
            let application = application(settings, service, logger)
            do {
                try await application.runService()
            } catch {
                throw Failure(.unavailable, "the server can't run: \(error)")
            }
        }
    }

    private func logger(_ settings: ServerSettings) throws(Failure) -> Logger {
        let word = settings.text("logLevel")
        guard let level = Logger.Level(rawValue: word) else {
            let words = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(.refused, "the setting logLevel is \(word); it takes \(words)")
        }
        var logger = Logger(label: "jobindsats") { label in
            StreamLogHandler.standardError(label: label)
        }
        logger.logLevel = level
        return logger
    }

    private func application(
        _ settings: ServerSettings,
        _ service: StatisticsService,
        _ logger: Logger
    ) -> some ApplicationProtocol {
        let publicURL = settings.publicURL(port: settings.number("port"))
        let api = API(
            service: service,
            settings: API.Settings(
                publicURL: publicURL,
                maxBodyBytes: settings.number("maxBodyBytes"),
                maxURLBytes: settings.number("maxURLBytes"),
                maxHeaderBytes: settings.number("maxHeaderBytes"),
                bufferedCells: settings.number("bufferedCells"),
                answerCacheBytes: settings.number("answerCacheMegabytes") << 20
            )
        )
        return Application(
            responder: api.responder(),
            server: .tolerantHTTP1(
                configuration: HTTP1Channel.Configuration(
                    idleTimeout: .seconds(Int64(settings.number("idleTimeoutSeconds")))
                )
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.text("host"), port: settings.number("port")),
                serverName: "jobindsats",
                backlog: settings.number("backlog")
            ),
            onServerRunning: { _ in await Self.greet(publicURL, service) },
            logger: logger
        )
    }

    private static func greet(_ publicURL: String, _ service: StatisticsService) async {
        let example = try? await service.edition(.latest).holdings.periods.keys.min()
        let indicator = example.map(\.text) ?? "y25i01"
        Console.say(
            """
            Serving \(publicURL) — try:
              curl "\(publicURL)/v1"
              curl "\(publicURL)/v1/indicators/\(indicator)/data?area=101&period=latest:12&format=text"
              curl "\(publicURL)/v1/indicators/\(indicator)/data?area=level:municipality&format=csv"
            """
        )
    }
}
