import BlueHeartEngine
public import BlueHeartHTTPSyntax

/// Settings of a server, all checked.
public struct ServerSettings: Hashable, Sendable {
    public var host = "127.0.0.1"
    /// 0 lets the system choose.
    public var port = 8080
    /// Public address of the site, without a slash at the end; nil: the `Host` of each request.
    public var site: String?
    public var workers = WorkerPool.coreCount
    /// Highest number of cards that wait for a worker.
    public var queue = 64
    /// Cache for cards that everybody can request, in bytes.
    public var sharedCacheBytes = 40 << 20
    /// Cache for cards with people's own words, in bytes.
    public var personalCacheBytes = 24 << 20
    public var connections = 1_024
    /// Open connections of one client address that is not a trusted proxy's.
    public var clientConnections = 64
    /// Highest number of photos received at the same time, of up to 8 MiB each.
    public var uploads = 4
    /// Memory for all photos that are being decoded, in bytes.
    public var photoBytes = 128 << 20
    /// CPU time limit for decoding one photo, in seconds.
    public var photoSeconds = 5
    /// Sustained rate of a client in requests per second; 0: no limit.
    public var requestsPerSecond = 20.0
    /// Burst of a client in requests.
    public var burst = 300
    /// Proxies whose `clientHeader` is believed.
    public var trustedProxies: [AddressRange] = []
    public var clientHeader = "x-forwarded-for"
    public var keysFile: String?
    public var signatures = Signatures.optional
    public var attributions = Attributions.signed
    /// Time limit for a request to arrive, in seconds.
    public var requestSeconds = 20
    /// Time limit for the head of the first request of a connection, in seconds.
    public var headSeconds = 10
    /// Time limit of a connection without a request, in seconds.
    public var idleSeconds = 30
    /// Time limit for open requests after the server is asked to stop, in seconds.
    public var drainSeconds = 20
    public var logLevel = LogLevel.info

    public enum Signatures: String, Hashable, Sendable, CaseIterable {
        /// Cards with people's own words need no signature.
        case optional
        /// Cards with people's own words need a signed address.
        case required
    }

    public enum Attributions: String, Hashable, Sendable, CaseIterable {
        /// Cards that attribute people's own words to others need a signed address.
        case signed
        /// They need no more than other cards with people's own words.
        case open
    }

    public enum LogLevel: String, Hashable, Sendable, CaseIterable {
        case debug, info, notice, warning, error
    }

    public init() {}
}
