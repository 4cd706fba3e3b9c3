public import BlueHeartDiagnostics
public import BlueHeartDrawing
import BlueHeartGeometry
public import BlueHeartScenes
public import BlueHeartTypesetting

/// The sources of fonts and pictures for layout; one per worker.
public struct LayoutContext {
    let texts: any TextLayoutProvider
    let images: any ImageProvider

    public init(typesetter: Typesetter, images: any ImageProvider) {
        self.init(texts: typesetter, images: images)
    }

    init(texts: any TextLayoutProvider, images: any ImageProvider) {
        self.texts = texts
        self.images = images
    }
}

/// Lays out a scene and converts it to draw commands.
///
/// The root fills the card exactly. Lengths with CSS names behave as in CSS flexbox;
/// `docs/template-reference.md` lists the differences.
///
/// - Throws: every fault of the scene: text or children that do not fit, missing fonts, glyphs and
///   pictures.
/// - Cost: linear in the number of nodes; every measurement is made once.
public func layOut(_ scene: Scene, with context: LayoutContext) throws(CardError) -> LaidOutCard {
    let (card, error) = painted(scene, with: context, detail: .results)
    if let error { throw error }
    return card
}

/// Lays out a scene as `layOut` does and records the decisions for its texts.
///
/// - Returns: the card, with texts that do not fit at their smallest size, and the error that
///   `layOut` would throw.
public func layOutWithReasons(
    _ scene: Scene, with context: LayoutContext
) -> (card: LaidOutCard, error: CardError?) {
    painted(scene, with: context, detail: .reasons)
}

private func painted(
    _ scene: Scene, with context: LayoutContext, detail: DisplayListBuilder.ReportDetail
) -> (LaidOutCard, CardError?) {
    let arranged = PositionedScene.withCommonSizes(scene, context)
    var builder = DisplayListBuilder(arranged.engine, detail: detail)
    let commands = builder.commands(for: arranged.root)
    let faults = arranged.engine.faults
    let card = LaidOutCard(
        displayList: DisplayList(
            widthInPixels: scene.widthInPixels, heightInPixels: scene.heightInPixels,
            commands: commands),
        nodes: builder.nodes, texts: builder.texts, symbols: builder.symbols,
        warnings: faults.warnings)
    return (card, faults.error)
}
