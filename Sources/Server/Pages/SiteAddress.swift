import BlueHeartHTTPSyntax
import HTTPTypes
import Hummingbird
import NIOCore

/// Public address of the site.
struct SiteAddress: Sendable {
    /// The setting; nil: scheme and host of each request.
    let setting: String?
    let proxies: TrustedProxies

    /// `https://cards.example.org`, without a slash at the end.
    func address(for request: Request, _ context: ServerContext) -> String {
        if let setting { return setting }
        let origin = forwarded(request, context)
        let host = origin?.host ?? request.head.authority ?? "localhost"
        return "\(origin?.scheme ?? "http")://\(host)"
    }

    private func forwarded(_ request: Request, _ context: ServerContext) -> ForwardedOrigin? {
        guard let text = context.channel.remoteAddress?.ipAddress,
            let peer = HostAddress(text), proxies.isTrusted(peer)
        else { return nil }
        return ForwardedOrigin(
            forwarded: request.headers[.forwarded], proto: request.headers[.xForwardedProto],
            host: request.headers[.xForwardedHost])
    }
}
