import Codecs
public import Diagnostics
import Drawing
import Layout
public import Pixels
import Placements
import Raster
public import Scenes
public import Sight
import Templates
import Typesetting
import Words

/// Makes cards one after the other, and keeps for the next what they have in common.
///
/// Owned by one thread. What was made before never shows in what is made next.
public final class CardWorker {
    public let engine: CardEngine
    private var tools: Tools?
    private var plans = PlanShelf()
    /// Pictures that marks were drawn over; each is told from the others by its number.
    private var overlays = 0
    /// Turned off only to measure what the checks of words and pictures cost.
    @_spi(Benchmarks) public var checksCards = true

    /// What a worker keeps from card to card, and nobody else may use meanwhile.
    private struct Tools {
        let typesetter: Typesetter
        let rasterizer: Rasterizer
        let inspector: PictureInspector
        let encoder = PNGEncoder()

        init(fonts: FontLibrary, keptBytes: Int) {
            typesetter = Typesetter(fonts: fonts)
            rasterizer = Rasterizer(glyphs: fonts, keptBytes: keptBytes)
            inspector = PictureInspector(rasterizer: rasterizer)
        }
    }

    init(engine: CardEngine) {
        self.engine = engine
    }

    /// Makes one card; the same job and files give the same bytes.
    ///
    /// - Throws: every fault of the first stage that has any.
    public func render(_ job: CardJob) throws(CardError) -> Card {
        let order = try prepare(job)
        let tools = try openTools()
        var (drawing, bitmap) = try paint(order, with: tools)
        let result = try order.encoding(of: drawing.scene).encode(bitmap, with: tools.encoder)
        drawing.add(result.warnings)
        let bytes = result.picture.bytes
        return Card(
            bytes: bytes, record: order.record(of: drawing, bytes: bytes, format: result.format))
    }

    /// Makes a card as far as it can be made and tells how it was laid out.
    ///
    /// - Throws: what is wrong before there is anything to lay out.
    public func explain(_ job: CardJob) throws(CardError) -> ExplainedCard {
        let order = try prepare(job)
        let tools = try openTools()
        let scene = try plans.scene(of: order, library: engine.library)
        let (laidOut, error) = layOutWithReasons(
            scene, with: context(for: order, with: tools))
        return ExplainedCard(
            scene: scene, laidOut: laidOut,
            picture: tools.rasterizer.rasterize(laidOut.displayList), error: error,
            warnings: laidOut.warnings)
    }

    /// Lays a card out and paints nothing: a tenth of the work, which finds whatever may be wrong
    /// with the caller's words.
    ///
    /// - Returns: the words of the card.
    /// - Throws: every fault of the first stage that has any.
    public func rehearse(_ job: CardJob) throws(CardError) -> SceneWords {
        let order = try prepare(job)
        let drawing = try draw(order, with: try openTools())
        try drawing.checkFindings()
        _ = try order.encoding(of: drawing.scene).formats()
        return drawing.scene.words
    }

    /// All that is wrong with a card, warnings and notes too; the picture is painted and looked at,
    /// but no file is made of it.
    public func check(_ job: CardJob) -> [Diagnostic] { look(at: job).diagnostics }

    /// The same, with the picture that was looked at.
    public func look(at job: CardJob) -> CheckedCard {
        do throws(CardError) {
            let order = try prepare(job)
            let tools = try openTools()
            var drawing = try draw(order, with: tools)
            let bitmap = tools.rasterizer.rasterize(drawing.laidOut.displayList)
            drawing.add(inspect(drawing, bitmap, order, tools))
            return CheckedCard(
                diagnostics: drawing.findings, picture: bitmap, placement: order.placement)
        } catch {
            return CheckedCard(diagnostics: error.diagnostics, picture: nil, placement: nil)
        }
    }
}

extension CardWorker {
    private func prepare(_ job: CardJob) throws(CardError) -> CardOrder {
        try CardOrder(job, library: engine.library)
    }

    private func openTools() throws(CardError) -> Tools {
        if let tools { return tools }
        let opened = Tools(
            fonts: try engine.library.fonts(),
            keptBytes: engine.options.limits.keptPaintingBytes)
        tools = opened
        return opened
    }

    /// Paints a scene that was made in code, without words to check.
    ///
    /// - Parameter pictures: files by the names that the scene gives them.
    public func paint(
        _ scene: Scene, pictures: [String: String]
    ) throws(CardError) -> Bitmap {
        let tools = try openTools()
        let images = JobImages(
            artwork: ArtworkFolder(path: engine.options.assetsFolder),
            own: pictures.mapValues { .file($0) }, ownLimits: engine.options.limits.callerImages,
            store: engine.images)
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

    /// Draws a card and looks at its picture.
    ///
    /// - Throws: every fault of its words, or else of what is seen, that the kit takes for an error.
    private func paint(
        _ order: CardOrder, with tools: Tools
    ) throws(CardError) -> (CardDrawing, Bitmap) {
        var drawing = try draw(order, with: tools)
        try drawing.checkFindings()
        let bitmap = tools.rasterizer.rasterize(drawing.laidOut.displayList)
        if checksCards { drawing.add(inspect(drawing, bitmap, order, tools)) }
        try drawing.checkFindings()
        return (drawing, bitmap)
    }

    private func inspect(
        _ drawing: CardDrawing, _ bitmap: Bitmap, _ order: CardOrder, _ tools: Tools
    ) -> [Diagnostic] {
        let kit = order.kit.kit
        var rules = SymbolRules()
        if let size = kit.symbols.leastSize { rules.leastSize = size }
        if let space = kit.symbols.clearSpace { rules.clearSpace = space }
        return kit.checks.applied(
            to: tools.inspector.inspect(
                drawing.laidOut, painted: bitmap, for: order.placement, rules: rules))
    }

    private func context(for order: CardOrder, with tools: Tools) -> LayoutContext {
        let images = JobImages(
            artwork: order.artwork, own: order.ownImages,
            ownLimits: engine.options.limits.callerImages, store: engine.images,
            strangers: engine.strangersPictures)
        return LayoutContext(typesetter: tools.typesetter, images: images)
    }

    /// Resolves and lays out a card, and looks at its words.
    private func draw(_ order: CardOrder, with tools: Tools) throws(CardError) -> CardDrawing {
        let scene = try plans.scene(of: order, library: engine.library)
        let laidOut = try layOut(scene, with: context(for: order, with: tools))
        return CardDrawing(
            scene: scene, laidOut: laidOut, order: order,
            checks: checksCards ? standardWordsChecks : [])
    }
}
