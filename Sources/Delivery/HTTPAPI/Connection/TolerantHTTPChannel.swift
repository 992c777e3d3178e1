public import HummingbirdCore
internal import Logging
internal import NIOCore

/// An HTTP/1.1 connection that accepts raw UTF-8 in URLs.
struct TolerantHTTPChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    let base: HTTP1Channel

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop
            .makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(RequestLineHandler())
            }
            .flatMap { base.setup(channel: channel, logger: logger) }
    }

    @concurrent
    func handle(value: Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}

extension HTTPServerBuilder {
    /// Builds a server for HTTP/1.1 that accepts raw UTF-8 in URLs.
    ///
    /// - Parameter configuration: How connections are handled.
    /// - Returns: The builder.
    public static func tolerantHTTP1(
        configuration: HTTP1Channel.Configuration
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            TolerantHTTPChannel(
                base: HTTP1Channel(responder: responder, configuration: configuration)
            )
        }
    }
}
