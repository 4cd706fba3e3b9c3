import Engine
public import HTTPSyntax

/// How a server runs; every value has been checked.
public struct ServerSettings: Hashable, Sendable {
    public var host = "127.0.0.1"
    /// 0 lets the system choose.
    public var port = 8080
    /// Where people reach the site, without a slash at the end; nil where only requests know.
    public var site: String?
    public var workers = WorkerPool.coreCount
    /// Cards that wait for a worker at most.
    public var queue = 64
    /// For cards that anybody may ask for, in bytes.
    public var sharedCacheBytes = 40 << 20
    /// For cards with somebody's own words, in bytes.
    public var personalCacheBytes = 24 << 20
    public var connections = 1_024
    /// Photos taken in at a time, of up to 8 MiB each.
    public var uploads = 4
    /// Memory that photos may take while they are decoded, all together, in bytes.
    public var photoBytes = 128 << 20
    /// Time of a core that decoding one photo may take, in seconds.
    public var photoSeconds = 5
    /// Requests a client may make in the long run, each second; 0: as many as it likes.
    public var requestsPerSecond = 20.0
    /// Requests a client may make at once.
    public var burst = 300
    /// Who may say, in `clientHeader`, for whom it asks.
    public var trustedProxies: [AddressRange] = []
    public var clientHeader = "x-forwarded-for"
    public var keysFile: String?
    public var signatures = Signatures.optional
    /// How long a request may take to arrive, in seconds.
    public var requestSeconds = 20
    /// How long a connection may wait for its next request, in seconds.
    public var idleSeconds = 30
    /// How long what runs may take to finish once the server is asked to stop, in seconds.
    public var drainSeconds = 20
    public var logLevel = LogLevel.info

    public enum Signatures: String, Hashable, Sendable, CaseIterable {
        /// Cards with somebody's own words may be asked for by anybody.
        case optional
        /// Cards with somebody's own words need a signed address.
        case required
    }

    public enum LogLevel: String, Hashable, Sendable, CaseIterable {
        case debug, info, notice, warning, error
    }

    public init() {}
}
