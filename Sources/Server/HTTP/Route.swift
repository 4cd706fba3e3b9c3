import HTTPTypes
import Hummingbird

typealias Handler = @Sendable (Request, ServerContext) async throws -> Response

/// A path of the server with its handlers and its facts.
struct Route: Sendable {
    let facts: RouteFacts
    /// Handlers by method; `HEAD` without a handler of its own is answered by that of `GET`, its body
    /// left out.
    let handlers: [HTTPRequest.Method: Handler]

    init(_ facts: RouteFacts, _ handlers: [HTTPRequest.Method: Handler]) {
        self.facts = facts
        self.handlers = handlers
    }

    /// Methods by name, `HEAD` and `OPTIONS` included.
    var methods: [HTTPRequest.Method] {
        let derived: [HTTPRequest.Method] =
            handlers[.get] == nil ? [.options] : [.head, .options]
        return Set(handlers.keys).union(derived).sorted { $0.rawValue < $1.rawValue }
    }
}

/// Facts of a route that middleware reads.
struct RouteFacts: Hashable, Sendable {
    enum RateLimiting: Hashable, Sendable {
        /// Each request takes a token of its client.
        case perClient
        case none
    }

    enum Origins: Hashable, Sendable {
        /// Pages of other sites may show and read the responses.
        case any
        case own
    }

    enum Errors: Hashable, Sendable {
        /// A browser gets an HTML page, other clients problem+json.
        case pages
        /// Problem+json; a browser gets a page only for what it should try again.
        case documents
    }

    /// Query names that a route takes.
    enum QueryNames: Hashable, Sendable {
        /// These; others are refused with 400.
        case only([String])
        /// These and the public parameters of the template; the handler refuses others.
        case parametersAnd([String])
        /// Any; unknown ones are ignored.
        case any
    }

    /// Path in the form of the router and the OpenAPI document: `/v1/drops/{kit}/{template}.zip`.
    var pattern: String
    var rateLimiting = RateLimiting.perClient
    var origins = Origins.own
    var errors = Errors.pages
    var caching = CachePolicy.never
    var query = QueryNames.any

    /// Facts of a request that matches no route.
    static let unmatched = RouteFacts(pattern: "none")

    /// A route of the API: for programs, on any site.
    static func api(
        _ pattern: String, query: QueryNames, caching: CachePolicy
    ) -> RouteFacts {
        RouteFacts(
            pattern: pattern, origins: .any, errors: .documents, caching: caching, query: query)
    }

    /// A page for people.
    static func page(_ pattern: String) -> RouteFacts {
        RouteFacts(pattern: pattern, caching: .revalidated)
    }

    /// A route for monitoring: it answers a client over its limit, too.
    static func operations(_ pattern: String) -> RouteFacts {
        RouteFacts(pattern: pattern, rateLimiting: .none, errors: .documents, query: .only([]))
    }
}

/// `Cache-Control` of a route's responses, errors excepted.
enum CachePolicy: String, Sendable {
    case never = "no-store"
    case revalidated = "no-cache"
    case minutes = "public, max-age=300"
    case hour = "public, max-age=3600, stale-while-revalidate=86400"
    /// The address names the version of its content.
    case forever = "public, max-age=31536000, immutable"

    /// The policy without shared caches.
    var forOneClient: String {
        switch self {
        case .never: rawValue
        case .revalidated: "private, no-cache"
        case .minutes: "private, max-age=300"
        case .hour: "private, max-age=3600, stale-while-revalidate=86400"
        case .forever: "private, max-age=31536000, immutable"
        }
    }
}
