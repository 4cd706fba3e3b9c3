import Foundation
import Glibc
import Hummingbird
import Logging
import ServiceLifecycle
import Testing

@testable import BlueHeartServer

/// Serves a `TestServer`'s application on a free port of the loopback for the time of `body`.
func withLiveServer<Result: Sendable>(
    _ server: TestServer, _ body: @Sendable (_ port: Int) async throws -> Result
) async throws -> Result {
    let (ports, source) = AsyncStream.makeStream(of: Int.self)
    let application = server.server.buildApplication(logger: server.log.logger(.warning)) { port in
        source.yield(port)
    }
    let group = ServiceGroup(
        configuration: .init(services: [application], logger: server.log.logger(.error)))
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            defer { source.finish() }
            try await group.run()
        }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next(), "the server does not listen")
        let result = try await body(port)
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        return result
    }
}

/// Sends bytes to a port of the loopback on a thread of its own.
///
/// - Returns: all that comes back until the server closes, or until it is silent for `seconds`.
func exchange(_ text: String, port: Int, seconds: Int = 10) async -> String {
    await withCheckedContinuation { waiter in
        Thread.detachNewThread {
            waiter.resume(returning: blockingExchange(text, port: port, seconds: seconds))
        }
    }
}

private func blockingExchange(_ text: String, port: Int, seconds: Int) -> String {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    // SAFETY: each pointer is to a value that outlives its call, with its size beside it.
    unsafe setsockopt(
        descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let status = unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
    guard status == 0 else { return "" }
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe send(descriptor, $0.baseAddress, $0.count, 0) }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
        answer += buffer[..<count]
    }
}
