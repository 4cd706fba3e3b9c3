import BlueHeartDiagnostics
import BlueHeartScenes
import Synchronization

/// A template with some of its variants, compiled for one placement and language.
struct CompiledLayout: Sendable {
    let root: CompiledNode
    let words: CompiledWords
    let resolver: Resolver

    /// - Parameter base: the placement and the language, without the changes of variants.
    init(_ template: Template, _ variants: [Variant], _ base: Resolver) throws(CardError) {
        let resolver = base.adjusted(by: variants, of: template)
        var applier = VariantApplier(variants)
        let scene = applier.applied(to: template.scene)
        var faults = FaultList()
        for fault in applier.faults { faults.note(fault) }
        let nodes = faults.gather { () throws(CardError) in
            try resolver.compiled(scene, CompileState())
        }
        let words = faults.gather { () throws(CardError) in
            try CompiledWords(template, resolver)
        }
        guard faults.faults.isEmpty, let nodes, let words else {
            throw CardError(.template, faults.faults)
        }
        precondition(nodes.count == 1, "a scene of \(nodes.count) nodes was read")
        root = nodes[0]
        self.words = words
        self.resolver = resolver
    }
}

/// Layouts by the variants that hold.
///
/// Owned by a plan, and as old as it; holds at most 64, and makes the rest anew each time.
final class LayoutCache: Sendable {
    private let layouts = Mutex<[UInt64: CompiledLayout]>([:])
    private static let limit = 64

    subscript(mask: UInt64) -> CompiledLayout? {
        get { layouts.withLock { $0[mask] } }
        set {
            layouts.withLock { held in
                if held.count < Self.limit { held[mask] = newValue }
            }
        }
    }
}
