public import Diagnostics
public import Engine
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Cards over HTTP, until the process is asked to stop.
public struct CardServer: Sendable {
    let settings: ServerSettings
    let engine: CardEngine
    let catalog: KitCatalog
    let site: PageSite
    let rule: SignatureRule
    let maker: CardMaker
    let connections = ConnectionList()
    let readiness = Readiness()

    /// Reads all kits; listens to nothing yet.
    ///
    /// - Parameter web: the folder of the page's own files.
    /// - Throws: what is wrong with a kit.
    public init(
        _ settings: ServerSettings, engine: CardEngine, web: String
    ) throws(CardError) {
        self.settings = settings
        self.engine = engine
        catalog = try KitCatalog(reading: engine)
        rule = try SignatureRule(settings)
        maker = CardMaker(
            crew: RenderCrew(
                engine: engine, workers: settings.workers, capacity: settings.queue),
            cache: CardCache(
                sharedBytes: settings.sharedCacheBytes, personalBytes: settings.personalCacheBytes),
            counts: ServerCounts(MetricsBoard()))
        site = PageSite(
            catalog: catalog,
            offer: rule.signatures == .required ? catalog.withoutOwnWords : catalog,
            maker: maker, files: try StaticFiles(folder: web), rule: rule,
            words: try PageWords.read(
                folder: web + "/words", for: catalog.kits[0].kit, placements: catalog.placements),
            address: settings.site)
    }

    /// Serves until SIGTERM or SIGINT, then finishes what runs.
    ///
    /// - Parameter listening: told once, with the port.
    /// - Throws: where the address cannot be listened on.
    public func run(listening: @escaping @Sendable (_ port: Int) -> Void) async throws {
        let outlet = LogOutlet.standardOutput()
        defer { outlet.finish() }
        let logger = Logger(label: "blueheart") { _ in JSONLog(level: settings.level, to: outlet) }
        noteUnmarkedTemplates(logger)
        var quiet = logger
        quiet.logLevel = max(settings.level, .warning)
        let application = Application(
            responder: door, server: channels,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: .maximum(settings.connections, logger: quiet)),
            onServerRunning: { [readiness] channel in
                readiness.set(true)
                listening(channel.localAddress?.port ?? 0)
            }, logger: logger)
        var configuration = ServiceGroupConfiguration(
            services: [
                .init(service: application), .init(service: Farewell(readiness: readiness)),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        configuration.maximumGracefulShutdownDuration = .seconds(settings.drainSeconds)
        try await ServiceGroup(configuration: configuration).run()
        maker.crew.finish()
    }

    /// Whoever runs the server knows which cards do not say that a supporter made them.
    private func noteUnmarkedTemplates(_ logger: Logger) {
        let names = catalog.unmarkedTemplates
        guard !names.isEmpty else { return }
        logger.notice(
            "no supporter's mark", metadata: ["templates": "\(names.joined(separator: ", "))"])
    }

    private var door: FrontDoor<RouterResponder<CardContext>> {
        let router = Router(context: CardContext.self)
        let page = ProblemPage(site: site)
        router.add(middleware: ProblemMiddleware(page: page))
        let reader = QuestionReader(catalog: catalog)
        let cards = CardRoutes(
            reader: reader, maker: maker, connections: connections, rule: rule,
            uploads: UploadGate(settings.uploads))
        cards.add(to: router)
        DropRoutes(cards: cards).add(to: router)
        ListRoutes(reader: reader).add(to: router)
        PageRoutes(site: site, connections: connections).add(to: router)
        WatchRoutes(maker: maker, connections: connections, readiness: readiness).add(to: router)
        return FrontDoor(
            inside: router.buildResponder(),
            clients: ClientFinder(
                trustedProxies: settings.trustedProxies,
                header: HTTPField.Name(settings.clientHeader) ?? .via),
            buckets: settings.requestsPerSecond > 0
                ? TokenBuckets(rate: settings.requestsPerSecond, burst: settings.burst) : nil,
            counts: maker.counts, page: page)
    }

    private var channels: HTTPServerBuilder {
        let limits = ConnectionGuard.Limits(
            request: .seconds(Int64(settings.requestSeconds)),
            idle: .seconds(Int64(settings.idleSeconds)))
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
}

/// Tells a load balancer, by `/ready`, that the server is about to stop.
private struct Farewell: Service {
    let readiness: Readiness

    func run() async throws {
        try await gracefulShutdown()
        readiness.set(false)
    }
}

extension ServerSettings {
    var level: Logger.Level { Logger.Level(rawValue: logLevel.rawValue) ?? .info }
}
