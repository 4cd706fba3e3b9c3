import BlueHeartJSON
import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections whose clients are too slow, and reports clients that are gone.
///
/// Lives on the event loop of its connection. A request must arrive within its time, and a response
/// must leave at a pace. A request that is late and alone gets 408 before its connection closes. A
/// client that closes its side counts as gone: its cards are not rendered.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    struct Limits: Sendable {
        /// Time from the end of a request's head to the end of its body, and for the first bytes of
        /// its response to be read.
        var request: TimeAmount
        /// Time from the start of a connection, or the end of a response, to the end of the next
        /// head, even if the head arrives byte by byte.
        var idle: TimeAmount
        /// Lowest rate at which a response is read, in bytes per second.
        var pace = 8 << 10
    }

    private let limits: Limits
    private let list: ConnectionList
    private let connection = Connection()
    private var readingSince: NIODeadline?
    /// nil while there are requests without a whole response.
    private var idleSince: NIODeadline?
    private var openRequests = 0
    private var hasResponseBegun = false
    /// True after 408, which no response of a handler may follow.
    private var hasTimedOut = false
    /// Sizes in bytes of response parts that have not left, oldest first.
    private var unwritten = CircularBuffer<Int>()
    /// Time since which the oldest of them is being sent.
    private var leavingSince = NIODeadline.uptimeNanoseconds(0)
    private var clock: RepeatedTask?

    init(_ limits: Limits, list: ConnectionList) {
        self.limits = limits
        self.list = list
    }

    func handlerAdded(context: ChannelHandlerContext) {
        idleSince = context.eventLoop.now
        list.add(connection, of: context.channel)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        clock = context.eventLoop.scheduleRepeatedTask(
            initialDelay: .seconds(1), delay: .seconds(1)
        ) { _ in
            let (handler, context) = bound.value
            handler.closeIfSlow(context)
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
            readingSince = context.eventLoop.now
            idleSince = nil
            openRequests += 1
        case .end: readingSince = nil
        case .body: break
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !hasTimedOut else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head): hasResponseBegun = head.status.kind != .informational
        case .body(let bytes):
            return writeBody(context, data, count: bytes.readableBytes, promise: promise)
        case .end:
            hasResponseBegun = false
            openRequests -= 1
            if openRequests == 0 { idleSince = context.eventLoop.now }
        }
        context.write(data, promise: promise)
    }

    private func writeBody(
        _ context: ChannelHandlerContext, _ data: NIOAny, count: Int,
        promise: EventLoopPromise<Void>?
    ) {
        let eventLoop = context.eventLoop
        if unwritten.isEmpty { leavingSince = eventLoop.now }
        unwritten.append(count)
        let promise = promise ?? eventLoop.makePromise()
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        promise.futureResult.whenComplete { _ in bound.value.oldestPartLeft(at: eventLoop.now) }
        context.write(data, promise: promise)
    }

    private func oldestPartLeft(at time: NIODeadline) {
        unwritten.removeFirst()
        leavingSince = time
    }

    private func closeIfSlow(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        let isLate = readingSince.map { now - $0 > limits.request } ?? false
        let isIdle = idleSince.map { now - $0 > limits.idle } ?? false
        if isLate, openRequests == 1, !hasResponseBegun, !hasTimedOut {
            timeOut(context)
        } else if isLate || isIdle || isSlowToRead(now) {
            context.close(promise: nil)
        }
    }

    /// Sends 408 and closes.
    private func timeOut(_ context: ChannelHandlerContext) {
        hasTimedOut = true
        let seconds = limits.request.nanoseconds / 1_000_000_000
        let problem = Problem(
            .requestTimeout, "request-timeout", "expected the whole request within \(seconds) s")
        let body = ByteBuffer(string: problem.json.written())
        let fields: HTTPFields = [
            .contentType: "application/problem+json", .cacheControl: "no-store",
            .contentLength: String(body.readableBytes), .connection: "close",
        ]
        let head = HTTPResponse(status: problem.status, headerFields: fields)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
            bound.value.close(promise: nil)
        }
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
