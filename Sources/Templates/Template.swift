public import Diagnostics
import Drawing
import Geometry
import JSON
public import Languages
public import Placements
public import Requests
public import Scenes

/// A card that can be made again and again: a scene with parameters, for some placements.
public struct Template: Sendable {
    /// `supporter`, as its file.
    public let name: String
    public let title: Sentence
    /// What people hear who do not see the picture.
    public let alt: Sentence
    /// The same at length.
    public let longAlt: Sentence?
    public let caption: Caption
    /// The names of the placements it is laid out for, at least one.
    public let placements: [String]
    /// In the order of the file.
    public let parameters: [Parameter]
    /// Every key of the words that it needs, each once.
    public let uses: [WordUse]
    /// Every file of the kit's artwork that it names, each once; those that a parameter decides are
    /// not among them.
    public let sources: [SourceUse]
    let reference: Reference?
    let scene: JSONNode
    /// The kit's first.
    let variants: [Variant]
    let styles: StyleTable
    /// What `styles` were read from.
    let styleNode: JSONNode?
    let places: Places
    /// Where each node of the file stands, to be known after variants moved it.
    let paths: [SourceLocation: JSONPath]
    let placementUses: [PlacementUse]
}

extension Template {
    /// Makes the scene of one card: `plan` and `scene` in one, for those who make just one.
    ///
    /// - Throws: kind `.data` where what is filled in is at fault, else `.template`.
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

/// What a kit or a template gives where a condition holds.
struct Variant: Sendable {
    /// Nil where it always holds.
    var when: JSONNode?
    var reference: Reference?
    var palette: [String: Color] = [:]
    /// An object of styles, each with the fields that change.
    var styles: JSONNode?
    var changes: [Change] = []
    var path: JSONPath
    /// Conditions of a kit may name parameters that a template does not have; then they fail.
    var isOfKit = false

    /// The fields for one node.
    struct Change: Sendable {
        var id: String
        var idLocation: SourceLocation
        var fields: JSONNode
        var path: JSONPath
    }
}
