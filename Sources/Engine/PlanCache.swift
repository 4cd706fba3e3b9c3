import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartTemplates

/// Cache of a worker's scene plans: everything decided before the parameter values.
struct PlanCache {
    private struct Key: Hashable {
        var kit: String
        var template: String
        var placement: String
        var language: String
    }

    /// More plans than a drop uses before it repeats the first.
    private static let limit = 256

    private var plans: [Key: ScenePlan] = [:]
    private var formats: [String: CardFormats] = [:]

    /// The scene of one card.
    mutating func scene(of resolved: ResolvedRequest) throws(CardError) -> Scene {
        let plan = try plan(for: resolved)
        let tag = resolved.language.tag
        let formats = self.formats[tag] ?? CardFormats(resolved.language)
        self.formats[tag] = formats
        return try plan.scene(with: resolved.values, formats: formats)
    }

    private mutating func plan(for resolved: ResolvedRequest) throws(CardError) -> ScenePlan {
        let (kit, language) = (resolved.kit, resolved.language)
        let key = Key(
            kit: kit.path, template: resolved.templateKey, placement: resolved.placement.name,
            language: language.tag)
        if let known = plans[key] { return known }
        let plan = try resolved.template.plan(
            placement: resolved.placement, language: language, kit: kit.kit,
            words: try kit.words(in: language))
        if plans.count >= Self.limit { plans.removeAll() }
        plans[key] = plan
        return plan
    }
}
