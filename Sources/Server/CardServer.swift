public import BlueHeartDiagnostics
public import BlueHeartEngine
import BlueHeartHTTPSyntax
public import BlueHeartSupport
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// HTTP server of cards and pages.
public struct CardServer: Sendable {
    let settings: ServerSettings
    let catalog: PublicCatalog
    let site: PageSite
    let rule: SignatureRule
    let renderer: CardRenderer
    let connections: ConnectionList
    let readiness = Readiness()
    /// The confinement of photo decoders; nil if none can be started.
    let confinement: Confinement?

    /// Reads all kits and starts the worker threads; listens to nothing yet.
    ///
    /// - Parameters:
    ///   - web: the folder of the page's own files.
    ///   - confinement: that of photo decoders; nil if none can be started.
    /// - Throws: all faults of a kit, of the page's words or of the file of keys.
    public init(
        _ settings: ServerSettings, engine: CardEngine, web: String,
        confinement: Confinement? = nil
    ) throws(CardError) {
        self.settings = settings
        self.confinement = confinement
        catalog = try PublicCatalog(engine)
        rule = try SignatureRule(settings)
        connections = ConnectionList(
            limit: settings.clientConnections, exempt: settings.trustedProxies)
        renderer = CardRenderer(
            queue: RenderQueue(
                engine: engine, workers: settings.workers, capacity: settings.queue),
            cache: CardCache(
                sharedBytes: settings.sharedCacheBytes, personalBytes: settings.personalCacheBytes),
            metrics: ServerMetrics(MetricsRegistry()))
        site = PageSite(
            catalog: catalog,
            offer: rule.offer(of: catalog),
            renderer: renderer, files: try StaticFiles(folder: web), rule: rule,
            words: try PageWords.read(
                folder: web + "/words", for: catalog.kits[0].kit, placements: catalog.placements),
            address: SiteAddress(
                setting: settings.site, proxies: TrustedProxies(settings.trustedProxies)))
    }

    /// Serves until SIGTERM or SIGINT, then finishes the requests in progress.
    ///
    /// - Parameter listening: called once, with the port.
    /// - Throws: if the address cannot be listened on.
    public func run(listening: @escaping @Sendable (_ port: Int) -> Void) async throws {
        let writer = LogWriter.standardOutput()
        defer { writer.finish() }
        let logger = Logger(label: "blueheart") { _ in
            JSONLogHandler(level: settings.level, to: writer)
        }
        logUnmarkedTemplates(logger)
        logConfinement(logger)
        let application = buildApplication(logger: logger, listening: listening)
        var configuration = ServiceGroupConfiguration(
            services: [
                .init(service: application), .init(service: ReadinessHook(readiness: readiness)),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet(logger))
        configuration.maximumGracefulShutdownDuration = .seconds(settings.drainSeconds)
        try await ServiceGroup(configuration: configuration).run()
        renderer.queue.finish()
    }

    /// Operators learn how photo decoders are confined.
    private func logConfinement(_ logger: Logger) {
        let isWhole = confinement?.isSuperset(of: .needed) ?? false
        logger.log(
            level: isWhole ? .notice : .warning, "photo decoder",
            metadata: ["confinement": "\(confinement?.description ?? "no process")"])
    }

    /// Operators learn which templates cannot say that a supporter made the card.
    private func logUnmarkedTemplates(_ logger: Logger) {
        let names = catalog.unmarkedTemplates
        guard !names.isEmpty else { return }
        logger.notice(
            "no supporter's mark", metadata: ["templates": "\(names.joined(separator: ", "))"])
    }
}

extension CardServer {
    /// The application that `run` serves and tests send requests to.
    func buildApplication(
        logger: Logger, listening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
    ) -> Application<RouterResponder<ServerContext>> {
        Application(
            responder: router.buildResponder(), server: channels,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: .maximum(
                    settings.connections, logger: quiet(logger))),
            onServerRunning: { [readiness] channel in
                readiness.set(true)
                listening(channel.localAddress?.port ?? 0)
            }, logger: logger)
    }

    /// All routes, with the facts that middleware reads.
    var routes: [Route] {
        let reader = RequestReader(catalog: catalog)
        let cards = CardRoutes(
            reader: reader, renderer: renderer, connections: connections, rule: rule,
            uploads: UploadGate(settings.uploads))
        let operations = OperationsRoutes(
            renderer: renderer, connections: connections, readiness: readiness,
            confinement: confinement)
        return cards.routes + ArchiveRoutes(cards: cards).routes
            + CatalogRoutes(reader: RequestReader(catalog: rule.listing(of: catalog))).routes
            + PageRoutes(site: site, connections: connections).routes + operations.routes
    }

    /// Middleware in the order in which a request passes it, and a response in reverse.
    private var router: Router<ServerContext> {
        let routes = routes
        let router = Router(context: ServerContext.self)
        router.add(middleware: RouteLookup(routes))
        router.add(middleware: AccessLog())
        router.add(middleware: RequestMetrics(metrics: renderer.metrics))
        router.add(middleware: ResponseHeaders())
        router.add(middleware: ErrorResponses(page: ProblemPage(site: site)))
        router.add(middleware: RequestValidation())
        router.add(
            middleware: ClientIdentity(
                proxies: TrustedProxies(settings.trustedProxies),
                header: HTTPField.Name(settings.clientHeader) ?? .via))
        if settings.requestsPerSecond > 0 {
            router.add(
                middleware: RateLimit(
                    TokenBuckets(rate: settings.requestsPerSecond, burst: settings.burst)))
        }
        router.add(middleware: ContinueExpectation())
        for route in routes { router.add(route) }
        return router
    }

    private var channels: HTTPServerBuilder {
        let limits = ConnectionGuard.Limits(
            request: .seconds(Int64(settings.requestSeconds)),
            idle: .seconds(Int64(settings.idleSeconds)),
            firstHead: .seconds(Int64(settings.headSeconds)))
        return .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [
                    HeadFraming(), ConnectionGuard(limits, list: connections),
                ],
                idleTimeout: .seconds(Int64(settings.idleSeconds)),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10,
                    maxHeaderFieldCount: 100)))
    }

    /// Logger for libraries, whose messages at `info` are of no use to operators.
    private func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        logger.logLevel = max(settings.level, .warning)
        return logger
    }
}

/// Makes `/ready` answer 503 when a shutdown begins, so that a load balancer stops sending requests.
private struct ReadinessHook: Service {
    let readiness: Readiness

    func run() async throws {
        try await gracefulShutdown()
        readiness.set(false)
    }
}

extension ServerSettings {
    var level: Logger.Level { Logger.Level(rawValue: logLevel.rawValue) ?? .info }
}
