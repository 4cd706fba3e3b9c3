import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartLanguages
import BlueHeartScenes

/// A node in which only the card's arguments are missing.
struct CompiledNode: Sendable {
    /// The condition under which the node is there.
    var condition: Condition
    var shell: Shell
    /// Empty where they stand in the shell already.
    var children: [CompiledNode] = []

    /// A node but for its children.
    enum Shell: Sendable {
        case built(BuiltNode)
        /// A node whose fields depend on arguments, and everything else they are built against.
        case computed(TemplateNode, Resolver)
    }

    init(_ shell: Shell, condition: Condition, children: [CompiledNode]) {
        self.condition = condition
        self.shell = shell
        if case .built(var built) = shell, case .frame(var frame) = built.node.content,
            children.allSatisfy({ $0.fixedNode != nil && $0.condition.isAlways })
        {
            frame.children = children.compactMap(\.fixedNode)
            built.node.content = .frame(frame)
            self.shell = .built(built)
        } else {
            self.children = children
        }
    }

    /// The node, if it is the same on every card.
    var fixedNode: Node? {
        guard case .built(let built) = shell, case .nothing = built.open, children.isEmpty else {
            return nil
        }
        return built.finished(built.node.content)
    }
}

extension CompiledNode {
    /// The node with a card's arguments in it.
    ///
    /// - Throws: kind `.data`: a value that is missing, or leads out of a range.
    func resolved(
        _ arguments: Arguments, _ formats: CardFormats, _ resolver: Resolver
    ) throws(CardError) -> Node {
        if let fixedNode { return fixedNode }
        var node: Node
        switch shell {
        case .built(let built): node = try built.resolved(arguments, formats, resolver)
        case .computed(let template, var own):
            own.arguments = arguments
            do throws(CardError) {
                node = try own.built(template).resolved(arguments, formats, resolver)
            } catch { throw CardError(.data, error.diagnostics) }
        }
        guard !children.isEmpty, case .frame(var frame) = node.content else { return node }
        frame.children = []
        frame.children.reserveCapacity(children.count)
        for child in children where child.condition.holds(for: arguments) {
            frame.children.append(try child.resolved(arguments, formats, resolver))
        }
        node.content = .frame(frame)
        return node
    }
}

extension BuiltNode {
    fileprivate func resolved(
        _ arguments: Arguments, _ formats: CardFormats, _ resolver: Resolver
    ) throws(CardError) -> Node {
        var content = node.content
        do throws(MissingValue) {
            switch (open, content) {
            case (.spans(let spans), .text(var paragraph, let block)):
                paragraph.spans = []
                for span in spans {
                    paragraph.spans += span.spans(of: try span.message.words(arguments, formats))
                }
                content = .text(paragraph, block)
            case (.source(let source), .image(var block)):
                block.image = ImageReference(name: try source.name(arguments, formats))
                content = .image(block)
            case (.code(let message), .qr(var block)):
                block.text = try message.text(arguments, formats, as: .plain)
                content = .qr(block)
            default: break
            }
        } catch {
            throw resolver.missingValue(
                error.reference, at: node.origin.location, path: node.origin.path)
        }
        return finished(content)
    }
}
