import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Lets an answer to `HEAD` leave out its length without being followed by bytes.
///
/// The library marks an answer without a length as sent in chunks, and ends it with an empty one,
/// whatever was asked; after an answer to `HEAD` a client would take those five bytes for the
/// beginning of the next answer (RFC 9112, section 6.3). Lives on the connection's event loop.
final class HeadFraming: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Of the requests whose answer has not begun, in order: whether each is a `HEAD`.
    private var areHeads: [Bool] = []
    private var endsSilently = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let request) = unwrapInboundIn(data) {
            areHeads.append(request.method == .head)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let response) where response.status.kind != .informational:
            let isToHead = areHeads.isEmpty ? false : areHeads.removeFirst()
            endsSilently = isToHead && response.headerFields[.contentLength] == nil
        case .end where endsSilently:
            // Nothing is sent for it, and whoever waits for it is told.
            context.write(wrapOutboundOut(.body(ByteBuffer())), promise: promise)
            return
        default: break
        }
        context.write(data, promise: promise)
    }
}

@available(*, unavailable)
extension HeadFraming: Sendable {}
