public import Diagnostics
public import Drawing
import Geometry
public import Scenes
public import Typesetting

/// What layout asks for fonts and pictures; one for each worker.
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

/// Gives every node of a scene its place and turns the scene into draw commands.
///
/// The root fills the card exactly. Lengths named as in CSS behave as CSS's flexible boxes do;
/// `docs/template-reference.md` names the differences.
///
/// - Throws: every fault of the scene together: text or children that do not fit, fonts, glyphs
///   and pictures that are missing.
/// - Cost: in proportion to the number of nodes; every measurement is made once.
public func layOut(_ scene: Scene, with context: LayoutContext) throws(CardError) -> LaidOutCard {
    let (card, error) = painted(scene, with: context, detail: .results)
    if let error { throw error }
    return card
}

/// Lays a scene out as `layOut` does and tells why its texts are set as they are.
///
/// - Returns: the card as far as it came, texts that do not fit at their smallest size, and what
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
