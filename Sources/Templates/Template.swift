public import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartJSON
public import BlueHeartLanguages
public import BlueHeartPlacements
public import BlueHeartRequests
public import BlueHeartScenes

/// A card that can be made again and again: a scene with parameters, for some placements.
public struct Template: Sendable {
    /// `supporter`, as its file.
    public let name: String
    public let title: Sentence
    /// The alt text.
    public let alt: Sentence
    /// The same at length.
    public let longAlt: Sentence?
    public let caption: Caption
    /// The names of the placements it is laid out for, at least one.
    public let placements: [String]
    /// True if it attributes words to a person or organisation that is named, as a quotation does.
    public let attributesWords: Bool
    /// Parameters in the order of the file.
    public let parameters: [Parameter]
    /// Every key of the words that it needs, each once.
    public let uses: [WordUse]
    /// Every file of the kit's artwork that it names, each once; those that a parameter decides are
    /// not among them.
    public let sources: [SourceUse]
    /// Indices of parameters whose defaults are expressions, each after those it needs.
    let formulaOrder: [Int]
    let reference: Reference?
    let scene: TemplateNode
    /// The kit's first.
    let variants: [Variant]
    let styles: StyleTable
    /// The template's own styles, to which variants may make changes.
    let styleSheet: StyleSheet
    let places: Places
    let placementUses: [PlacementUse]
}

extension Template {
    /// Makes the scene of one card: `plan` and `scene` in one, for a single card.
    ///
    /// - Throws: kind `.data` for faults in parameter values, otherwise `.template`.
    public func resolve(
        _ filling: ParameterValues, placement: Placement, language: Language, kit: Kit,
        words: WordList
    ) throws(CardError) -> Scene {
        let plan = try plan(placement: placement, language: language, kit: kit, words: words)
        return try plan.scene(with: filling)
    }

    /// Decides all that a placement and a language decide, once for many cards.
    ///
    /// - Throws: kind `.data` where the template is not laid out for the placement, `.template`
    ///   where words are missing or variants do not go together.
    public func plan(
        placement: Placement, language: Language, kit: Kit, words: WordList
    ) throws(CardError) -> ScenePlan {
        guard placements.contains(where: { isSameName($0, placement.name) }) else {
            throw CardError(.data, placementNotAllowed(placement.name))
        }
        do throws(CardError) {
            return try ScenePlan(self, placement, language, kit, words)
        } catch {
            throw places.straightened(error)
        }
    }

    private func placementNotAllowed(_ wanted: String) -> Diagnostic {
        Diagnostic(
            code: "placement-not-allowed",
            "the template \(quoted(name)) is not laid out for \(quoted(wanted))",
            hint: nearestName(to: wanted, in: placements).map { "did you mean \(quoted($0))?" }
                ?? listed(placements) ?? "see the template's list of placements")
    }
}
