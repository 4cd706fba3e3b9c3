public import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartJSON
public import BlueHeartLanguages
public import BlueHeartPlacements
public import BlueHeartRequests
public import BlueHeartScenes

/// A template for one placement in one language, ready for many cards.
public struct ScenePlan: Sendable {
    public let placement: Placement
    public let language: Language
    private let template: Template
    private let kit: Kit
    private let words: WordList
    /// Variants that depend on parameter values, or always apply; each with its condition.
    private let variants: [(variant: Variant, condition: Condition)]
    /// The layout if no variant depends on parameter values.
    private let only: CompiledLayout?
    private let cache: LayoutCache

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
        let resolver = template.resolver(Canvas(placement), language, kit, words)
        var variants: [(Variant, Condition)] = []
        for variant in template.variants {
            let condition = variant.condition.map(resolver.decided) ?? .always
            if !condition.isNever { variants.append((variant, condition)) }
        }
        self.variants = variants
        cache = LayoutCache()
        let isFixed = variants.allSatisfy { $0.1.isAlways }
        only = isFixed ? try CompiledLayout(template, variants.map(\.0), resolver) : nil
    }
}

extension ScenePlan {
    /// The scene of one card.
    ///
    /// - Parameter formats: owned by a caller that makes many cards, in the plan's language.
    /// - Throws: kind `.data`: every missing, unknown or faulty parameter.
    /// - Cost: evaluates only what depends on parameter values.
    public func scene(
        with values: ParameterValues, formats: CardFormats? = nil
    ) throws(CardError) -> Scene {
        let formats = formats ?? CardFormats(language)
        precondition(
            formats.language == language,
            "formats of \(formats.language.tag) were given to a plan in \(language.tag)")
        let arguments = try template.arguments(values, kit, words, formats)
        let layout = try layout(for: arguments)
        do throws(CardError) {
            return Scene(
                widthInPixels: placement.widthInPixels, heightInPixels: placement.heightInPixels,
                safeInsets: placement.safeInsets, language: language,
                root: try layout.root.resolved(arguments, formats, layout.resolver),
                words: try layout.words.resolved(arguments, formats, layout.resolver))
        } catch {
            throw template.places.straightened(error)
        }
    }

    /// The layout with the variants that hold for what is filled in.
    private func layout(for arguments: Arguments) throws(CardError) -> CompiledLayout {
        if let only { return only }
        var mask: UInt64 = 0
        for (index, entry) in variants.enumerated() where entry.condition.holds(for: arguments) {
            mask |= 1 << UInt64(index)
        }
        if let layout = cache[mask] { return layout }
        let chosen = variants.indices.filter { mask & (1 << UInt64($0)) != 0 }
        let resolver = template.resolver(Canvas(placement), language, kit, words)
        do throws(CardError) {
            let layout = try CompiledLayout(template, chosen.map { variants[$0].variant }, resolver)
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

extension Template {
    fileprivate func resolver(
        _ canvas: Canvas, _ language: Language, _ kit: Kit, _ words: WordList
    ) -> Resolver {
        Resolver(
            kit: kit, parameters: parameters, styles: styles, canvas: canvas,
            language: language, words: words, direction: language.direction)
    }
}
