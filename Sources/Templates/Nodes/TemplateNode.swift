import BlueHeartDiagnostics
import BlueHeartJSON

/// A node of a template after reading: its type, and its fields as the file gives them.
///
/// Children and items are values of its fields, so that a variant changes them like any other.
struct TemplateNode: Sendable {
    let kind: NodeKind
    var record: Record
    /// The repeat around it, whose names its sentences use.
    let loop: ReadContext.Loop?

    var location: SourceLocation { record.location }
    var path: JSONPath { record.path }

    /// The name of the node; nil where it has none.
    var id: String? {
        guard let written = record["id"], case .value(let value) = written.content else {
            return nil
        }
        return value as? String
    }
}

/// The nodes inside a frame or a group, or the ids that a variant puts in order.
enum ChildrenValue: Sendable {
    case nodes([TemplateNode])
    case ids([StyleName])
}

/// The item of a repeat.
struct ItemValue: Sendable {
    var node: TemplateNode
}

/// A node inside the look of another: a mask, a pattern.
struct DrawingValue: Computable {
    var node: TemplateNode

    /// True if the node may differ from card to card: by its values, its words, its pictures.
    var isComputed: Bool { node.mayDiffer }
}

extension TemplateNode {
    /// The nodes inside, in the order of the file.
    var children: [TemplateNode] {
        guard let written = record["children"], case .value(let value) = written.content,
            case .nodes(let nodes)? = value as? ChildrenValue
        else { return [] }
        return nodes
    }

    var item: TemplateNode? {
        guard let written = record["item"], case .value(let value) = written.content else {
            return nil
        }
        return (value as? ItemValue)?.node
    }

    fileprivate var mayDiffer: Bool {
        let open = ["words", "text", "spans", "source", "when", "each", "count"]
        return record.isComputed || open.contains { record[$0] != nil }
            || children.contains(where: \.mayDiffer) || item?.mayDiffer == true
    }

    /// This node with all its descendants, in the order of the file.
    var withDescendants: [TemplateNode] { [self] + record.nodes.flatMap(\.withDescendants) }
}

extension Record {
    /// The nodes that values of its fields hold.
    fileprivate var nodes: [TemplateNode] {
        entries.flatMap { $0.value.nodes }
    }
}

extension Written {
    fileprivate var nodes: [TemplateNode] {
        switch content {
        case .null, .invalid: []
        case .record(let record): record.nodes
        case .list(let list): list.flatMap(\.nodes)
        case .value(let value):
            switch value {
            case let value as ChildrenValue:
                if case .nodes(let nodes) = value { nodes } else { [] }
            case let value as ItemValue: [value.node]
            case let value as DrawingValue: [value.node]
            default: []
            }
        }
    }

    /// The same value with each node in it replaced.
    func mapNodes(_ transform: (TemplateNode) -> TemplateNode) -> Written {
        switch content {
        case .null, .invalid: return self
        case .record(let record): return with(.record(record.mapNodes(transform)))
        case .list(let list): return with(.list(list.map { $0.mapNodes(transform) }))
        case .value(let value):
            switch value {
            case let value as ChildrenValue:
                guard case .nodes(let nodes) = value else { return self }
                return with(.value(ChildrenValue.nodes(nodes.map(transform))))
            case let value as ItemValue:
                return with(.value(ItemValue(node: transform(value.node))))
            case let value as DrawingValue:
                return with(.value(DrawingValue(node: transform(value.node))))
            default: return self
            }
        }
    }

    private func with(_ content: Content) -> Written {
        Written(content, at: location, path: path)
    }
}

extension Record {
    func mapNodes(_ transform: (TemplateNode) -> TemplateNode) -> Record {
        var result = self
        for index in result.entries.indices {
            result.entries[index].value = result.entries[index].value.mapNodes(transform)
        }
        return result
    }
}
