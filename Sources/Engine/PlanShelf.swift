import Diagnostics
import Languages
import Placements
import Scenes
import Templates

/// Plans of the cards a worker makes over and over: all that is decided before the filling.
struct PlanShelf {
    private struct Key: Hashable {
        var kit: String
        var template: String
        var placement: String
        var language: String
    }

    /// More than a drop goes through before it comes back to the first.
    private static let limit = 256

    private var plans: [Key: ScenePlan] = [:]
    private var formats: [String: CardFormats] = [:]

    /// The scene of one card.
    mutating func scene(of order: CardOrder, library: Library) throws(CardError) -> Scene {
        let plan = try plan(for: order, library: library)
        let tag = order.language.tag
        let formats = self.formats[tag] ?? CardFormats(order.language)
        self.formats[tag] = formats
        return try plan.scene(with: order.filling, formats: formats)
    }

    private mutating func plan(
        for order: CardOrder, library: Library
    ) throws(CardError) -> ScenePlan {
        let key = Key(
            kit: order.kit.path, template: order.templateFile, placement: order.placement.name,
            language: order.language.tag)
        if let known = plans[key] { return known }
        let plan = try order.template.plan(
            placement: order.placement, language: order.language, kit: order.kit.kit,
            words: try library.words(order.language, of: order.kit))
        if plans.count >= Self.limit { plans.removeAll() }
        plans[key] = plan
        return plan
    }
}
