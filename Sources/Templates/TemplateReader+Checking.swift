import Diagnostics
import JSON

extension TemplateReader {
    /// Reads the scene as it is, and with each variant by itself.
    func check(
        _ scene: JSONNode, _ variants: [Variant], _ scope: Scope, _ object: inout ObjectReader
    ) {
        let path = object.path(to: "scene")
        object.attempt { () throws(CardError) in try checkScene(scene, at: path, scope) }
        for variant in variants {
            var applier = VariantApplier([variant])
            let changed = applier.applied(to: scene)
            applier.faults.forEach { object.note($0) }
            var narrow = scope
            if !applier.touchesMirrors { narrow.checkedNodes = applier.touched }
            object.attempt { () throws(CardError) in try checkScene(changed, at: path, narrow) }
        }
    }

    private func checkScene(
        _ scene: JSONNode, at path: JSONPath, _ scope: Scope
    ) throws(CardError) {
        if case .object = scene.value, let when = scene["when"] {
            throw fault(
                "not-one-node", "the scene is always there, and cannot have a condition", of: when,
                at: path.appending(.key("when")), hint: "put the condition on a node inside it")
        }
        if case .string(let type)? = scene["type"]?.value, isSameName(type, "repeat") {
            throw fault(
                "not-one-node", "the scene is one node, and cannot be a repeat", of: scene,
                at: path,
                hint: "put the repeat inside a frame")
        }
        notes.nodeCount = 0
        _ = try scope.plans(scene, at: path, notes)
    }

    func checkSentences(
        _ sentences: [Sentence?], _ scope: Scope, _ object: inout ObjectReader
    ) {
        for sentence in sentences.compactMap({ $0 }) {
            object.attempt { () throws(CardError) in try _ = scope.speech(sentence, notes) }
        }
    }

    func checkLabels(
        _ parameters: [Parameter], _ scope: Scope, _ object: inout ObjectReader
    ) {
        checkSentences(parameters.flatMap { $0.choices.map(\.label) }, scope, &object)
    }
}
