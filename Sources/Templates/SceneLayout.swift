import Diagnostics
import Geometry
import JSON
import Scenes
import Synchronization

/// A template with some of its variants, for one placement and language.
struct SceneLayout: Sendable {
    let root: PlanNode
    let words: PlanWords
    let scope: Scope

    init(_ template: Template, _ variants: [Variant], _ base: Scope) throws(CardError) {
        let scope = base.adjusted(by: variants, of: template)
        var applier = VariantApplier(variants)
        let json = applier.applied(to: template.scene)
        let path = JSONPath([.key("scene")])
        var faults = applier.faults
        var plans: [PlanNode] = []
        var words: PlanWords?
        do throws(CardError) {
            plans = try scope.plans(json, at: path, Notes())
        } catch { faults += error.diagnostics }
        do throws(CardError) {
            words = try PlanWords(template, scope)
        } catch { faults += error.diagnostics }
        guard faults.isEmpty, let words else { throw CardError(.template, faults) }
        precondition(plans.count == 1, "a scene of \(plans.count) nodes was read")
        root = plans[0]
        self.words = words
        self.scope = scope
    }
}

/// Layouts by the variants that hold.
///
/// Owned by a plan, and as old as it; holds at most 64, and makes the rest anew each time.
final class SceneLayoutCache: Sendable {
    private let layouts = Mutex<[UInt64: SceneLayout]>([:])
    private static let limit = 64

    subscript(mask: UInt64) -> SceneLayout? {
        get { layouts.withLock { $0[mask] } }
        set {
            layouts.withLock { held in
                if held.count < Self.limit { held[mask] = newValue }
            }
        }
    }
}
