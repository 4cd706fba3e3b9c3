import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Suppresses the empty chunk after a response to `HEAD` without `Content-Length`.
///
/// Hummingbird sends a response without a length in chunks and ends it with an empty one, whatever
/// the method; a client would read those five bytes as the start of the next response (RFC 9112,
/// section 6.3). Lives on the event loop of its connection.
final class HeadFraming: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Flags of the requests whose response has not begun, in order: true for `HEAD`.
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
            // An empty body part sends nothing and still completes the promise.
            context.write(wrapOutboundOut(.body(ByteBuffer())), promise: promise)
            return
        default: break
        }
        context.write(data, promise: promise)
    }
}

@available(*, unavailable)
extension HeadFraming: Sendable {}
