public import Diagnostics
import Geometry
import JSON
public import Languages
public import Placements
public import Requests
public import Scenes

/// A template for one placement in one language, ready for many cards.
public struct ScenePlan: Sendable {
    public let placement: Placement
    public let language: Language
    private let template: Template
    private let kit: Kit
    private let words: WordList
    /// Variants that hang on what is filled in, or hold always; each with what must hold.
    private let variants: [(variant: Variant, condition: Condition)]
    /// What is laid out where no variant hangs on the filling.
    private let only: SceneLayout?
    private let cache: SceneLayoutCache

    init(
        _ template: Template, _ placement: Placement, _ language: Language, _ kit: Kit,
        _ words: WordList
    ) throws(CardError) {
        self.template = template
        self.placement = placement
        self.language = language
        self.kit = kit
        self.words = words
        try checkSize(of: placement)
        let scope = template.scope(Canvas(placement), language, kit, words)
        var variants: [(Variant, Condition)] = []
        for variant in template.variants {
            let condition = try variant.condition(in: scope)
            if !condition.isNever { variants.append((variant, condition)) }
        }
        self.variants = variants
        cache = SceneLayoutCache()
        let isFixed = variants.allSatisfy { $0.1.isAlways }
        only = isFixed ? try SceneLayout(template, variants.map(\.0), scope) : nil
    }
}

extension ScenePlan {
    /// The scene of one card.
    ///
    /// - Parameter formats: kept by those who make many cards, in the plan's language.
    /// - Throws: kind `.data`: every parameter that is missing, unknown or at fault.
    /// - Cost: reads again only what hangs on the filling.
    public func scene(
        with filling: ParameterValues, formats: CardFormats? = nil
    ) throws(CardError) -> Scene {
        let formats = formats ?? CardFormats(language)
        precondition(
            formats.language == language,
            "formats of \(formats.language.tag) were given to a plan in \(language.tag)")
        let filled = try template.filled(filling, kit, words, formats)
        let layout = try layout(for: filled)
        do throws(CardError) {
            return Scene(
                widthInPixels: placement.widthInPixels, heightInPixels: placement.heightInPixels,
                safeInsets: placement.safeInsets, language: language,
                root: try layout.root.shown(filled, formats, layout.scope),
                words: try layout.words.shown(filled, formats, layout.scope))
        } catch {
            throw template.places.straightened(error)
        }
    }

    /// The layout with the variants that hold for what is filled in.
    private func layout(for filled: FilledParameters) throws(CardError) -> SceneLayout {
        if let only { return only }
        var mask: UInt64 = 0
        for (index, entry) in variants.enumerated() where entry.condition.holds(for: filled) {
            mask |= 1 << UInt64(index)
        }
        if let layout = cache[mask] { return layout }
        let chosen = variants.indices.filter { mask & (1 << UInt64($0)) != 0 }
        let scope = template.scope(Canvas(placement), language, kit, words)
        do throws(CardError) {
            let layout = try SceneLayout(template, chosen.map { variants[$0].variant }, scope)
            cache[mask] = layout
            return layout
        } catch {
            throw template.places.straightened(error)
        }
    }
}

/// Sides of a card in px.
private let canvasSides = 16...8_192

private func checkSize(of placement: Placement) throws(CardError) {
    let sides = [placement.widthInPixels, placement.heightInPixels]
    guard sides.allSatisfy(canvasSides.contains) else {
        throw CardError(
            .data,
            Diagnostic(
                code: "canvas-size",
                "expected sides of \(canvasSides.lowerBound) to \(canvasSides.upperBound) px, found "
                    + "\(sides[0]) x \(sides[1])", hint: "choose another placement"))
    }
}

extension Variant {
    fileprivate func condition(in scope: Scope) throws(CardError) -> Condition {
        guard let when else { return .always }
        var scope = scope
        scope.toleratesUnknownParameters = isOfKit
        return try scope.condition(when, at: path.appending(.key("when")), Notes())
    }
}

extension Template {
    fileprivate func scope(
        _ canvas: Canvas, _ language: Language, _ kit: Kit, _ words: WordList
    ) -> Scope {
        Scope(
            aim: .showing, kit: kit, parameters: parameters, styles: styles, canvas: canvas,
            language: language, words: words, direction: language.direction, paths: paths)
    }
}
