import BlueHeartCodecs
public import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartFormats
import BlueHeartLayout
public import BlueHeartPixels
import BlueHeartPlacements
import BlueHeartRaster
@_spi(Benchmarks) public import BlueHeartRequests
public import BlueHeartScenes
public import BlueHeartSight
import BlueHeartTemplates
import BlueHeartTypesetting
import BlueHeartWords

/// Makes cards one after another, and caches their common parts.
///
/// Owned by one thread. Earlier cards never affect later ones.
public final class CardWorker {
    public let engine: CardEngine
    /// The last used first; kits without fonts of their own share one.
    private var resources: [Resources] = []
    private var plans = PlanCache()
    /// Number of overlay pictures, which gives each a unique key.
    private var overlays = 0

    /// The resources of a worker, used by its thread only.
    private struct Resources {
        let fonts: FontLibrary
        let typesetter: Typesetter
        let rasterizer: Rasterizer
        let inspector: PictureInspector
        let encoder = PNGEncoder()

        init(fonts: FontLibrary, keptBytes: Int) {
            self.fonts = fonts
            typesetter = Typesetter(fonts: fonts)
            rasterizer = Rasterizer(glyphs: fonts, keptBytes: keptBytes)
            inspector = PictureInspector(rasterizer: rasterizer)
        }
    }

    init(engine: CardEngine) {
        self.engine = engine
    }

    /// Renders a card; the same request and files give the same bytes.
    ///
    /// - Throws: every fault of the first stage that has any.
    public func render(_ request: CardRequest) throws(CardError) -> Card {
        let resolved = try resolve(request)
        let resources = try openResources(of: resolved.kit)
        var (draft, bitmap) = try paint(resolved, with: resources)
        let result = try draft.encoding(for: resolved).encode(bitmap, with: resources.encoder)
        draft.add(result.warnings)
        let bytes = result.picture.bytes
        var card = Card(
            bytes: bytes,
            record: draft.record(of: resolved, bytes: bytes, format: result.picture.format))
        card.pictures = draft.pictures
        return card
    }

    /// Makes a card as far as possible and records the decisions of its layout.
    ///
    /// - Throws: faults that prevent any layout.
    public func explain(_ request: CardRequest) throws(CardError) -> CardExplanation {
        let resolved = try resolve(request)
        let resources = try openResources(of: resolved.kit)
        let scene = try plans.scene(of: resolved)
        let (laidOut, error) = layOutWithReasons(
            scene, with: context(for: resolved, with: resources))
        return CardExplanation(
            scene: scene, laidOut: laidOut,
            picture: resources.rasterizer.rasterize(laidOut.displayList), error: error,
            warnings: laidOut.warnings)
    }

    /// Lays out a card without painting it: a tenth of the work, which finds every fault in the
    /// caller's values.
    ///
    /// - Returns: the words of the card.
    /// - Throws: every fault of the first stage that has any.
    public func dryRun(_ request: CardRequest) throws(CardError) -> SceneWords {
        let resolved = try resolve(request)
        let draft = try draft(resolved, with: try openResources(of: resolved.kit))
        try draft.checkFindings()
        _ = try draft.encoding(for: resolved).formats()
        return draft.scene.words
    }

    /// All findings of a card, including warnings and notes; the picture is painted and checked,
    /// but not encoded.
    public func check(_ request: CardRequest) -> [Diagnostic] { inspect(request).diagnostics }

    /// The findings of `check`, with the checked picture.
    public func inspect(_ request: CardRequest) -> CardInspection {
        do throws(CardError) {
            let resolved = try resolve(request)
            let resources = try openResources(of: resolved.kit)
            var draft = try draft(resolved, with: resources)
            draft.checkMetadata(of: resolved)
            let bitmap = resources.rasterizer.rasterize(draft.laidOut.displayList)
            draft.add(findings(in: draft, bitmap, of: resolved, resources))
            return CardInspection(
                diagnostics: draft.findings, picture: bitmap, placement: resolved.placement)
        } catch {
            return CardInspection(diagnostics: error.diagnostics, picture: nil, placement: nil)
        }
    }
}

extension CardWorker {
    private func resolve(_ request: CardRequest) throws(CardError) -> ResolvedRequest {
        try engine.catalog.resolve(request)
    }

    /// - Parameter kit: whose fonts are used; nil for those of the product.
    private func openResources(of kit: CatalogKit? = nil) throws(CardError) -> Resources {
        let fonts = try engine.catalog.fonts(of: kit)
        if let first = resources.first, first.fonts === fonts { return first }
        let known = resources.first { $0.fonts === fonts }
        let opened =
            known
            ?? Resources(fonts: fonts, keptBytes: engine.options.limits.keptPaintingBytes)
        resources = [opened] + resources.filter { $0.fonts !== fonts }.prefix(resourceLimit - 1)
        return opened
    }

    /// Paints a scene made in code, without checks.
    ///
    /// - Parameter pictures: files by the names used in the scene.
    public func paint(
        _ scene: Scene, pictures: [String: String]
    ) throws(CardError) -> Bitmap {
        let resources = try openResources()
        let images = RequestImages(
            artwork: ArtworkFolder(path: engine.options.assetsFolder),
            own: pictures.mapValues { .file($0) }, ownLimits: engine.options.limits.callerImages,
            store: engine.images, fonts: resources.fonts)
        let laidOut = try layOut(
            scene, with: LayoutContext(typesetter: resources.typesetter, images: images))
        return resources.rasterizer.rasterize(laidOut.displayList)
    }

    /// Draws marks over a picture, with their legend below it.
    public func paint(_ overlay: Overlay, over bitmap: Bitmap) throws(CardError) -> Bitmap {
        let resources = try openResources()
        let sheet = OverlaySheet(overlay, width: bitmap.width, height: bitmap.height)
        overlays += 1
        let (labels, below) = sheet.parts(over: bitmap, key: "overlay \(overlays)")
        let images = RequestImages(
            artwork: ArtworkFolder(path: engine.options.assetsFolder), own: [:],
            ownLimits: engine.options.limits.callerImages, store: engine.images)
        var list = try layOut(
            labels, with: LayoutContext(typesetter: resources.typesetter, images: images)
        ).displayList
        list.commands = below + list.commands
        return resources.rasterizer.rasterize(list)
    }

    /// The picture with marks over it, as a PNG.
    public func png(of overlay: Overlay, over bitmap: Bitmap) throws(CardError) -> [UInt8] {
        let sheet = try paint(overlay, over: bitmap)
        do {
            return try encode(
                sheet, as: EncodeOptions(format: .png), with: try openResources().encoder
            ).bytes
        } catch {
            preconditionFailure("an overlay cannot be encoded: \(error)")
        }
    }

    /// Draws a card and checks its picture.
    ///
    /// - Throws: every error in its words, otherwise in the picture, by the kit's severities.
    private func paint(
        _ resolved: ResolvedRequest, with resources: Resources
    ) throws(CardError) -> (CardDraft, Bitmap) {
        var draft = try draft(resolved, with: resources)
        try draft.checkFindings()
        let bitmap = resources.rasterizer.rasterize(draft.laidOut.displayList)
        if resolved.request.checks == .all {
            draft.add(findings(in: draft, bitmap, of: resolved, resources))
        }
        try draft.checkFindings()
        return (draft, bitmap)
    }

    private func findings(
        in draft: CardDraft, _ bitmap: Bitmap, of resolved: ResolvedRequest, _ resources: Resources
    ) -> [Diagnostic] {
        let kit = resolved.kit.kit
        var rules = SymbolRules()
        if let size = kit.symbols.leastSize { rules.leastSize = size }
        if let space = kit.symbols.clearSpace { rules.clearSpace = space }
        return kit.checks.applied(
            to: resources.inspector.inspect(
                draft.laidOut, painted: bitmap, for: resolved.placement, rules: rules))
    }

    private func context(for resolved: ResolvedRequest, with resources: Resources) -> LayoutContext
    {
        LayoutContext(
            typesetter: resources.typesetter, images: images(of: resolved, with: resources))
    }

    private func images(of resolved: ResolvedRequest, with resources: Resources) -> RequestImages {
        RequestImages(
            artwork: resolved.artwork, own: resolved.ownImages,
            ownLimits: engine.options.limits.callerImages, store: engine.images,
            untrustedDecoder: engine.untrustedDecoder, fonts: resources.fonts)
    }

    /// Makes a card's scene, lays it out, and checks its words.
    private func draft(
        _ resolved: ResolvedRequest, with resources: Resources
    ) throws(CardError) -> CardDraft {
        let scene = try plans.scene(of: resolved)
        let images = images(of: resolved, with: resources)
        let laidOut = try layOut(
            scene, with: LayoutContext(typesetter: resources.typesetter, images: images))
        return CardDraft(
            scene: scene, laidOut: laidOut, of: resolved, pictures: images.used,
            checks: resolved.request.checks == .all ? standardWordsChecks : [])
    }
}

/// Libraries of fonts for which a worker keeps what it has opened.
private let resourceLimit = 2
