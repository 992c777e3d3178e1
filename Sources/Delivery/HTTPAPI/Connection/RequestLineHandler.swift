internal import NIOCore

/// Puts the tolerance in front of a connection's HTTP parser.
final class RequestLineHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private var tolerance = RequestLineTolerance()

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        guard let changed = tolerance.passing(buffer.readableBytesView) else {
            context.fireChannelRead(data)
            return
        }
        context.fireChannelRead(wrapInboundOut(ByteBuffer(bytes: changed)))
    }
}
