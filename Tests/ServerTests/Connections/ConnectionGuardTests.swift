import BlueHeartHTTPSyntax
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import BlueHeartServer

/// On an event loop whose time the tests advance.
@Suite struct ConnectionGuardTests {
    private let loop = EmbeddedEventLoop()
    private let channel: EmbeddedChannel
    private let list = ConnectionList()

    init() throws {
        let limits = ConnectionGuard.Limits(request: .seconds(3), idle: .seconds(10), pace: 1_000)
        channel = EmbeddedChannel(handler: ConnectionGuard(limits, list: list), loop: loop)
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
    }

    private let head = HTTPRequestPart.head(
        HTTPRequest(method: .get, scheme: "http", authority: "a", path: "/"))

    private func pass(_ seconds: Int64) { loop.advanceTime(by: .seconds(seconds)) }

    /// What has left since the last call, in a word a part.
    private func sent() throws -> [String] {
        var parts: [String] = []
        while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
            switch part {
            case .head(let head):
                let fields = [head.headerFields[.connection], head.headerFields[.contentType]]
                parts.append(
                    ([String(head.status.code)] + fields.compactMap(\.self)).joined(separator: " "))
            case .body: parts.append("body")
            case .end: parts.append("end")
            }
        }
        return parts
    }

    private func respond() throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    @Test func aConnectionThatAsksNothingIsClosed() {
        pass(10)
        #expect(channel.isActive && list.count == 1)
        pass(1)
        #expect(!channel.isActive && list.count == 0)
    }

    @Test func aRequestHasItsTimeToArrive() throws {
        pass(9)
        try channel.writeInbound(head)
        pass(3)
        #expect(try channel.isActive && sent().isEmpty)
        pass(1)
        #expect(!channel.isActive)
        #expect(try sent() == ["408 close application/problem+json", "body", "end"])
    }

    @Test func aBodyThatCrawlsIsLateAfterItsGrace() throws {
        let limits = ConnectionGuard.Limits(request: .seconds(60), idle: .seconds(90))
        let channel = EmbeddedChannel(handler: ConnectionGuard(limits, list: list), loop: loop)
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.2", port: 1)).wait()
        try channel.writeInbound(head)
        for _ in 0..<5 {
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(bytes: [1, 2])))
            pass(1)
        }
        #expect(channel.isActive)
        pass(2)
        #expect(!channel.isActive)
    }

    @Test func theFirstHeadHasItsOwnTime() throws {
        let limits = ConnectionGuard.Limits(
            request: .seconds(3), idle: .seconds(30), firstHead: .seconds(4))
        let channel = EmbeddedChannel(handler: ConnectionGuard(limits, list: list), loop: loop)
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.2", port: 1)).wait()
        pass(4)
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive)
    }

    @Test func anAddressHasItsShareOfConnections() throws {
        let list = ConnectionList(
            limit: 2, exempt: [try #require(AddressRange("192.0.2.9"))])
        func count(_ address: String, _ channels: Int) throws -> Int {
            try (0..<channels).map { _ in
                let channel = EmbeddedChannel(loop: loop)
                try channel.connect(to: SocketAddress(ipAddress: address, port: 1)).wait()
                return channel
            }.count { list.add(Connection(), of: $0) }
        }
        #expect(try count("192.0.2.1", 3) == 2)
        #expect(try count("192.0.2.9", 3) == 3)
    }

    /// A handler that answers while 408 leaves is not heard.
    @Test func nothingFollowsATimeout() throws {
        try channel.writeInbound(head)
        channel.pipeline.fireChannelReadComplete()
        pass(4)
        #expect(throws: (any Error).self) { try respond() }
        #expect(try sent().count == 3)
    }

    /// The first response of two requests has begun, or is still to come: 408 would be taken for it.
    @Test(arguments: [true, false])
    func aLateRequestBehindAnotherIsClosedWithoutAnAnswer(hasBegun: Bool) throws {
        try channel.writeInbound(head)
        if hasBegun {
            try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
            _ = try sent()
        } else {
            try channel.writeInbound(HTTPRequestPart.end(nil))
            try channel.writeInbound(head)
        }
        pass(4)
        #expect(try !channel.isActive && sent().isEmpty)
    }

    @Test func aPartOfABodyGivesNoMoreTime() throws {
        try channel.writeInbound(head)
        for _ in 0..<4 {
            pass(1)
            if channel.isActive {
                try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(bytes: [0])))
            }
        }
        #expect(!channel.isActive)
    }

    @Test func aRenderingTakesAsLongAsItTakes() throws {
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        pass(1_000)
        #expect(channel.isActive)
        try respond()
        pass(10)
        #expect(channel.isActive, "the time to the next request begins with the response's end")
        pass(1)
        #expect(!channel.isActive)
    }

    @Test func aPipelinedRequestIsNotIdle() throws {
        for _ in 0..<2 {
            try channel.writeInbound(head)
            try channel.writeInbound(HTTPRequestPart.end(nil))
        }
        try respond()
        pass(100)
        #expect(channel.isActive)
        try respond()
        pass(11)
        #expect(!channel.isActive)
    }

    /// 5,000 bytes have 3 s and a second for each 1,000.
    @Test func aResponseIsReadAtAPace() throws {
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        let part = HTTPResponsePart.body(ByteBuffer(bytes: [UInt8](repeating: 0, count: 5_000)))
        channel.write(part, promise: nil)
        channel.write(part, promise: nil)
        pass(8)
        #expect(channel.isActive)
        channel.flush()
        pass(1_000)
        #expect(channel.isActive, "all has left")
        channel.write(part, promise: nil)
        pass(9)
        #expect(!channel.isActive)
    }

    @Test func aClientThatClosesItsSideIsGone() throws {
        let connection = try #require(list.connection(of: channel))
        let isGone = Locked(false)
        connection.onGone(number: 1) { isGone.with { $0 = true } }
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(isGone.with { $0 } && channel.isActive)
    }

    @Test func aClosedConnectionIsGone() throws {
        let connection = try #require(list.connection(of: channel))
        let calls = Locked<[Int]>([])
        connection.onGone(number: 1) { calls.with { $0.append(1) } }
        connection.onGone(number: 2) { calls.with { $0.append(2) } }
        connection.onGone(number: 2) { calls.with { $0.append(3) } }
        connection.forgetAction(number: 1)
        try channel.close().wait()
        #expect(calls.with { $0 } == [3] && list.connection(of: channel) == nil)
        connection.onGone(number: 4) { calls.with { $0.append(4) } }
        #expect(calls.with { $0 } == [3, 4])
    }
}

@Suite struct HeadFramingTests {
    private let channel = EmbeddedChannel(handler: HeadFraming())

    private func ask(_ method: HTTPRequest.Method) throws {
        let head = HTTPRequest(method: method, scheme: "http", authority: "a", path: "/")
        try channel.writeInbound(HTTPRequestPart.head(head))
        try channel.writeInbound(HTTPRequestPart.end(nil))
    }

    /// What leaves, in a word a part.
    private func answer(_ fields: HTTPFields = [:], status: HTTPResponse.Status = .ok) throws
        -> [String]
    {
        try channel.writeOutbound(
            HTTPResponsePart.head(HTTPResponse(status: status, headerFields: fields)))
        if status.kind != .informational { try channel.writeOutbound(HTTPResponsePart.end(nil)) }
        var parts: [String] = []
        while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
            switch part {
            case .head: parts.append("head")
            case .body(let bytes): parts.append("body \(bytes.readableBytes)")
            case .end: parts.append("end")
            }
        }
        return parts
    }

    @Test func noChunkFollowsAHeadWithoutALength() throws {
        try ask(.head)
        #expect(try answer() == ["head", "body 0"])
    }

    @Test func aHeadWithALengthEnds() throws {
        try ask(.head)
        #expect(try answer([.contentLength: "9"]) == ["head", "end"])
    }

    @Test func responsesBelongToTheirRequestsInOrder() throws {
        try ask(.get)
        try ask(.head)
        try ask(.get)
        #expect(try answer() == ["head", "end"])
        #expect(try answer(status: .continue) == ["head"])
        #expect(try answer() == ["head", "body 0"])
        #expect(try answer() == ["head", "end"])
    }
}
