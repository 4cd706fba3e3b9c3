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
        /// From the end of a request's head to the end of its body.
        var request: TimeAmount
        /// From a connection's begin, or the end of an answer, to the end of the next head.
        ///
        /// Counts for a client that sends its head byte by byte, too.
        var idle: TimeAmount
        /// For an answer's first bytes.
        var answer: TimeAmount = .seconds(30)
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
    /// Answers that have not left yet must have by then.
    private var writtenBy: NIODeadline?
    private var unwrittenParts = 0
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
        let pace = TimeAmount.seconds(Int64(bytes.readableBytes / limits.pace))
        writtenBy = max(writtenBy ?? .now(), .now()) + limits.answer + pace
        unwrittenParts += 1
        let promise = promise ?? context.eventLoop.makePromise()
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        promise.futureResult.whenComplete { _ in bound.value.partLeft() }
        context.write(data, promise: promise)
    }

    private func partLeft() {
        unwrittenParts -= 1
        if unwrittenParts == 0 { writtenBy = nil }
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        let isSlowToAsk = readingSince.map { now - $0 > limits.request } ?? false
        let isIdle = idleSince.map { now - $0 > limits.idle } ?? false
        let isSlowToRead = writtenBy.map { now > $0 } ?? false
        if isSlowToAsk || isIdle || isSlowToRead { context.close(promise: nil) }
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
