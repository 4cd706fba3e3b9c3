public import Diagnostics
public import Drawing
import Geometry
public import Scenes
public import Typesetting

/// What layout asks for fonts and pictures; one for each worker.
public struct LayoutContext {
    let texts: any TextSetter
    let images: any ImageProvider

    public init(typesetter: Typesetter, images: any ImageProvider) {
        self.init(texts: typesetter, images: images)
    }

    init(texts: any TextSetter, images: any ImageProvider) {
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
    let arrangement = ArrangedScene.withCommonSizes(scene, context)
    let arranger = arrangement.arranger
    var painter = Painter(arranger)
    let commands = painter.commands(for: arrangement.root)
    if let error = arranger.faults.error { throw error }
    return LaidOutCard(
        displayList: DisplayList(
            widthInPixels: scene.widthInPixels, heightInPixels: scene.heightInPixels,
            commands: commands),
        nodes: painter.nodes, texts: painter.texts, symbols: painter.symbols,
        warnings: arranger.faults.warnings)
}
