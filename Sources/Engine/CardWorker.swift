import Codecs
public import Diagnostics
import Drawing
import Formats
import Layout
public import Pixels
import Placements
import Raster
@_spi(Benchmarks) public import Requests
public import Scenes
public import Sight
import Templates
import Typesetting
import Words

/// Makes cards one after another, and caches their common parts.
///
/// Owned by one thread. Earlier cards never affect later ones.
public final class CardWorker {
    public let engine: CardEngine
    private var tools: Tools?
    private var plans = PlanShelf()
    /// Number of overlay pictures, which gives each a unique key.
    private var overlays = 0

    /// The resources of a worker, used by its thread only.
    private struct Tools {
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
        let tools = try openTools()
        var (draft, bitmap) = try paint(resolved, with: tools)
        let result = try draft.encoding(for: resolved).encode(bitmap, with: tools.encoder)
        draft.add(result.warnings)
        let bytes = result.picture.bytes
        return Card(
            bytes: bytes,
            record: draft.record(of: resolved, bytes: bytes, format: result.picture.format))
    }

    /// Makes a card as far as possible and records the decisions of its layout.
    ///
    /// - Throws: faults that prevent any layout.
    public func explain(_ request: CardRequest) throws(CardError) -> CardExplanation {
        let resolved = try resolve(request)
        let tools = try openTools()
        let scene = try plans.scene(of: resolved)
        let (laidOut, error) = layOutWithReasons(
            scene, with: context(for: resolved, with: tools))
        return CardExplanation(
            scene: scene, laidOut: laidOut,
            picture: tools.rasterizer.rasterize(laidOut.displayList), error: error,
            warnings: laidOut.warnings)
    }

    /// Lays out a card without painting it: a tenth of the work, which finds every fault in the
    /// caller's values.
    ///
    /// - Returns: the words of the card.
    /// - Throws: every fault of the first stage that has any.
    public func rehearse(_ request: CardRequest) throws(CardError) -> SceneWords {
        let resolved = try resolve(request)
        let draft = try draft(resolved, with: try openTools())
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
            let tools = try openTools()
            var draft = try draft(resolved, with: tools)
            let bitmap = tools.rasterizer.rasterize(draft.laidOut.displayList)
            draft.add(findings(in: draft, bitmap, of: resolved, tools))
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

    private func openTools() throws(CardError) -> Tools {
        if let tools { return tools }
        let opened = Tools(
            fonts: try engine.catalog.fonts(),
            keptBytes: engine.options.limits.keptPaintingBytes)
        tools = opened
        return opened
    }

    /// Paints a scene made in code, without checks.
    ///
    /// - Parameter pictures: files by the names used in the scene.
    public func paint(
        _ scene: Scene, pictures: [String: String]
    ) throws(CardError) -> Bitmap {
        let tools = try openTools()
        let images = JobImages(
            artwork: ArtworkFolder(path: engine.options.assetsFolder),
            own: pictures.mapValues { .file($0) }, ownLimits: engine.options.limits.callerImages,
            store: engine.images, fonts: tools.fonts)
        let laidOut = try layOut(
            scene, with: LayoutContext(typesetter: tools.typesetter, images: images))
        return tools.rasterizer.rasterize(laidOut.displayList)
    }

    /// Draws marks over a picture, with their legend below it.
    public func paint(_ overlay: Overlay, over bitmap: Bitmap) throws(CardError) -> Bitmap {
        let tools = try openTools()
        let sheet = OverlaySheet(overlay, width: bitmap.width, height: bitmap.height)
        overlays += 1
        let (labels, below) = sheet.parts(over: bitmap, key: "overlay \(overlays)")
        let images = JobImages(
            artwork: ArtworkFolder(path: engine.options.assetsFolder), own: [:],
            ownLimits: engine.options.limits.callerImages, store: engine.images)
        var list = try layOut(
            labels, with: LayoutContext(typesetter: tools.typesetter, images: images)
        ).displayList
        list.commands = below + list.commands
        return tools.rasterizer.rasterize(list)
    }

    /// The picture with marks over it, as a PNG.
    public func png(of overlay: Overlay, over bitmap: Bitmap) throws(CardError) -> [UInt8] {
        let sheet = try paint(overlay, over: bitmap)
        do {
            return try encode(
                sheet, as: EncodeOptions(format: .png), with: try openTools().encoder
            ).bytes
        } catch {
            preconditionFailure("an overlay cannot be encoded: \(error)")
        }
    }

    /// Draws a card and checks its picture.
    ///
    /// - Throws: every error in its words, otherwise in the picture, by the kit's severities.
    private func paint(
        _ resolved: ResolvedRequest, with tools: Tools
    ) throws(CardError) -> (CardDraft, Bitmap) {
        var draft = try draft(resolved, with: tools)
        try draft.checkFindings()
        let bitmap = tools.rasterizer.rasterize(draft.laidOut.displayList)
        if resolved.request.checks == .all {
            draft.add(findings(in: draft, bitmap, of: resolved, tools))
        }
        try draft.checkFindings()
        return (draft, bitmap)
    }

    private func findings(
        in draft: CardDraft, _ bitmap: Bitmap, of resolved: ResolvedRequest, _ tools: Tools
    ) -> [Diagnostic] {
        let kit = resolved.kit.kit
        var rules = SymbolRules()
        if let size = kit.symbols.leastSize { rules.leastSize = size }
        if let space = kit.symbols.clearSpace { rules.clearSpace = space }
        return kit.checks.applied(
            to: tools.inspector.inspect(
                draft.laidOut, painted: bitmap, for: resolved.placement, rules: rules))
    }

    private func context(for resolved: ResolvedRequest, with tools: Tools) -> LayoutContext {
        let images = JobImages(
            artwork: resolved.artwork, own: resolved.ownImages,
            ownLimits: engine.options.limits.callerImages, store: engine.images,
            strangers: engine.strangersPictures, fonts: tools.fonts)
        return LayoutContext(typesetter: tools.typesetter, images: images)
    }

    /// Makes a card's scene, lays it out, and checks its words.
    private func draft(
        _ resolved: ResolvedRequest, with tools: Tools
    ) throws(CardError) -> CardDraft {
        let scene = try plans.scene(of: resolved)
        let laidOut = try layOut(scene, with: context(for: resolved, with: tools))
        return CardDraft(
            scene: scene, laidOut: laidOut, of: resolved,
            checks: resolved.request.checks == .all ? standardWordsChecks : [])
    }
}
