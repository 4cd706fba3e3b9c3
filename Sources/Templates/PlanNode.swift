import Diagnostics
import Drawing
import JSON
import Scenes

/// A node in which only what is filled in is still open.
struct PlanNode: Sendable {
    /// What must hold for the node to be there.
    var condition: Condition
    /// The node as far as it is known; whole where it is fixed.
    var node: Node
    var open: Open
    /// How to read the node again where its colours hang on what is filled in.
    var recipe: Recipe?

    /// What is still open.
    indirect enum Open: Sendable {
        case nothing
        case children([PlanNode])
        case spans([SpanPlan])
        case source(SourcePlan)
        case code(Speech)
    }

    /// The JSON of a node with its styles in it, and what it is read against.
    struct Recipe: Sendable {
        var json: JSONNode
        var path: JSONPath
        var kind: NodeKind
        var scope: Scope
    }

    /// Whether it is the same on every card.
    var isFixed: Bool {
        if recipe != nil { return false }
        if case .nothing = open { return true }
        return false
    }
}

extension PlanNode {
    /// The node with values in it.
    func shown(
        _ filled: FilledParameters, _ formats: CardFormats, _ scope: Scope
    ) throws(CardError) -> Node {
        if isFixed { return node }
        guard let recipe else { return try closed(node, open, filled, formats, scope) }
        var filledScope = recipe.scope
        filledScope.filled = filled
        let own = try filledScope.own(
            recipe.kind, recipe.json, at: recipe.path, Notes())
        var open = own.open
        if case .children = self.open { open = self.open }
        if case .frame(let frame) = node.content, case .nothing = self.open {
            var node = own.node
            if case .frame(var shell) = node.content {
                shell.children = frame.children
                node.content = .frame(shell)
            }
            return node
        }
        return try closed(own.node, open, filled, formats, scope)
    }

    private func closed(
        _ node: Node, _ open: Open, _ filled: FilledParameters, _ formats: CardFormats,
        _ scope: Scope
    ) throws(CardError) -> Node {
        var node = node
        do throws(MissingValue) {
            switch (open, node.content) {
            case (.spans(let spans), .text(var paragraph, let block)):
                paragraph.spans = []
                for span in spans {
                    paragraph.spans += span.spans(of: try span.speech.words(filled, formats))
                }
                node.content = .text(paragraph, block)
            case (.source(let source), .image(var block)):
                block.image = ImageReference(name: try source.name(filled, formats))
                node.content = .image(block)
            case (.code(let speech), .qr(var block)):
                block.text = try speech.spoken(filled, formats, as: .plain)
                node.content = .qr(block)
            default: break
            }
        } catch {
            let place = JSONNode(.null, at: node.origin.location)
            throw scope.missingValue(error.index, of: place, at: node.origin.path)
        }
        if case .children(let children) = open, case .frame(var frame) = node.content {
            frame.children = []
            frame.children.reserveCapacity(children.count)
            for child in children where child.condition.holds(for: filled) {
                frame.children.append(try child.shown(filled, formats, scope))
            }
            node.content = .frame(frame)
        }
        return node
    }
}

extension SourcePlan {
    fileprivate func name(
        _ filled: FilledParameters, _ formats: CardFormats
    ) throws(MissingValue) -> String {
        switch self {
        case .parameter(let index): try filled.value(index).raw
        case .path(let speech): try speech.spoken(filled, formats, as: .raw)
        }
    }
}
