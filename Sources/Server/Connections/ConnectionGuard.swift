import NIOCore
import NIOHTTPTypes

/// Ends connections whose clients are too slow, and notices those that are gone.
///
/// Lives on the connection's event loop. A request must have arrived whole within its time, and an
/// answer must have left at a pace. A client that closes its side is taken as gone: what it asked
/// for is not made any more.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    struct Limits: Sendable {
        /// From the end of a request's head to the end of its body, and for the first bytes of its
        /// answer to be read.
        var request: TimeAmount
        /// From a connection's begin, or the end of an answer, to the end of the next head.
        ///
        /// Counts for a client that sends its head byte by byte, too.
        var idle: TimeAmount
        /// The least pace at which an answer is read, in bytes a second.
        var pace = 8 << 10
    }

    private let limits: Limits
    private let list: ConnectionList
    private let connection = Connection()
    private var readingSince: NIODeadline?
    /// nil while there are requests without a whole answer.
    private var idleSince: NIODeadline? = .now()
    private var openRequests = 0
    /// The sizes in bytes of the parts of answers that have not left, oldest first.
    private var unwritten = CircularBuffer<Int>()
    /// Since when the oldest of them is on its way.
    private var leavingSince = NIODeadline.now()
    private var clock: RepeatedTask?

    init(_ limits: Limits, list: ConnectionList) {
        self.limits = limits
        self.list = list
    }

    func handlerAdded(context: ChannelHandlerContext) {
        list.add(connection, of: context.channel)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        clock = context.eventLoop.scheduleRepeatedTask(
            initialDelay: .seconds(1), delay: .seconds(1)
        ) { _ in
            let (guarding, context) = bound.value
            guarding.look(context)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { end(context) }

    func channelInactive(context: ChannelHandlerContext) {
        end(context)
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent { connection.clientIsGone() }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            readingSince = .now()
            idleSince = nil
            openRequests += 1
        case .end: readingSince = nil
        case .body: break
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part = unwrapOutboundIn(data)
        if case .end = part {
            openRequests -= 1
            if openRequests == 0 { idleSince = .now() }
        }
        guard case .body(let bytes) = part else {
            context.write(data, promise: promise)
            return
        }
        if unwritten.isEmpty { leavingSince = .now() }
        unwritten.append(bytes.readableBytes)
        let promise = promise ?? context.eventLoop.makePromise()
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        promise.futureResult.whenComplete { _ in bound.value.oldestLeft() }
        context.write(data, promise: promise)
    }

    private func oldestLeft() {
        unwritten.removeFirst()
        leavingSince = .now()
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        let isSlowToAsk = readingSince.map { now - $0 > limits.request } ?? false
        let isIdle = idleSince.map { now - $0 > limits.idle } ?? false
        if isSlowToAsk || isIdle || isSlowToRead(now) { context.close(promise: nil) }
    }

    private func isSlowToRead(_ now: NIODeadline) -> Bool {
        guard let bytes = unwritten.first else { return false }
        return now - leavingSince > limits.request + .seconds(Int64(bytes / limits.pace))
    }

    private func end(_ context: ChannelHandlerContext) {
        clock?.cancel()
        clock = nil
        list.remove(context.channel)
        connection.clientIsGone()
    }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
