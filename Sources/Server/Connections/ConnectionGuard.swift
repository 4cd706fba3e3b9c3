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
        /// Time from the end of a response to the end of a request that it did not wait for.
        var linger = TimeAmount.seconds(2)
        /// Time from the start of a connection to the end of its first head; nil for that of `idle`.
        var firstHead: TimeAmount?
        /// Time in which a body may arrive at any rate.
        var grace = TimeAmount.seconds(5)
        /// Lowest rate at which a body arrives after that, in bytes per second.
        var bodyPace = 4 << 10
        /// Lowest rate at which a response is read, in bytes per second.
        var pace = 8 << 10
    }

    private let limits: Limits
    private let list: ConnectionList
    private let connection = Connection()
    private var readingSince: NIODeadline?
    /// Bytes of the body that is being read.
    private var received = 0
    private var hasHadHead = false
    /// nil while there are requests without a whole response.
    private var idleSince: NIODeadline?
    /// Time since which a whole response has been sent to a request that has not arrived in full.
    private var answeredSince: NIODeadline?
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
        let isAdmitted = list.add(connection, of: context.channel)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        if !isAdmitted {
            // The channel cannot be closed while its handlers are being added.
            context.eventLoop.execute { bound.value.1.close(promise: nil) }
        }
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
            (received, hasHadHead) = (0, true)
            idleSince = nil
            openRequests += 1
        case .end: (readingSince, answeredSince) = (nil, nil)
        case .body(let bytes): received += bytes.readableBytes
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
            if readingSince != nil { answeredSince = context.eventLoop.now }
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
        let isLate = readingSince.map { now - $0 > limits.request || isCrawling(now - $0) } ?? false
        // A client that is refused early has this long to read the answer.
        let isAnswered = answeredSince.map { now - $0 > limits.linger } ?? false
        let idle = hasHadHead ? limits.idle : limits.firstHead ?? limits.idle
        let isIdle = idleSince.map { now - $0 > idle } ?? false
        if isLate, openRequests == 1, !hasResponseBegun, !hasTimedOut {
            timeOut(context)
        } else if isLate || isIdle || isAnswered || isSlowToRead(now) {
            context.close(promise: nil)
        }
    }

    /// True for a body that is slower than its pace, once its grace is over.
    private func isCrawling(_ time: TimeAmount) -> Bool {
        let seconds = (time - limits.grace).nanoseconds / 1_000_000_000
        return seconds > 0 && received < Int(seconds) * limits.bodyPace
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
