import Hummingbird
import NIOCore

/// State of one request, handed from middleware to middleware to the handler.
struct ServerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel
    /// Facts of the matched route; set by `RouteLookup`.
    var route = RouteFacts.unmatched
    /// Set by `ClientIdentity`; nil for a connection without an address.
    var client: ClientAddress?
    /// Increased by handlers, charged by `RateLimit`.
    let cost = RequestCost()

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
