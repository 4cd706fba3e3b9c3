import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartScenes

/// A node of the scene but for its children, and the values in it that are still missing.
struct BuiltNode: Sendable {
    var node: Node
    var open: Open
    /// Padding of a text.
    var padding = Insets.zero

    /// A value that only the card's arguments give.
    enum Open: Sendable {
        case nothing
        case spans([OpenSpan])
        case source(SourceValue)
        case code(BoundMessage)
    }
}

extension BuiltNode {
    /// The node with its content: a text with padding is a frame around the text alone.
    func finished(_ content: Content) -> Node {
        var node = node
        node.content = content
        guard padding != .zero, case .text(_, let block) = content else { return node }
        let text = Node(origin: node.origin, id: node.id, box: Box(grow: 1), content: content)
        node.content = .frame(
            Frame(
                axis: .column, padding: padding, justify: block.verticalAlignment.justification,
                children: [text]))
        return node
    }
}

extension TextBlock.VerticalAlignment {
    fileprivate var justification: Frame.Justification {
        switch self {
        case .top: .start
        case .center: .center
        case .bottom: .end
        }
    }
}

extension Resolver {
    /// Builds a node from its fields, its styles among them.
    ///
    /// - Throws: every fault of the node, and none of the nodes inside it.
    func built(_ node: TemplateNode) throws(CardError) -> BuiltNode {
        let record = try styled(node.record, by: node.record.styleNames, as: .node(node.kind))
        let mirroring = record.mirroring
        var reader = RecordReader(record, inside(mirroring))
        reader.allow(NodeFields.self)
        reader.allow(StyleNameFields.self)
        let box = reader.box(in: self)
        let look = reader.appearance(outer: self)
        var built = BuiltNode(
            node: Node(
                origin: Origin(location: node.location, path: node.path),
                id: reader.optional(NodeFields.fields.id),
                role: reader.optional(LookFields.fields.role), box: box, appearance: look,
                content: .frame(Frame(axis: .overlay))), open: .nothing)
        reader.content(node.kind, &built)
        try reader.finish()
        return built
    }
}

extension Record {
    /// The node's `mirror`, its styles counted.
    var mirroring: Mirroring {
        guard let written = self["mirror"], case .value(let value) = written.content else {
            return .auto
        }
        return value as? Mirroring ?? .auto
    }
}

extension RecordReader {
    fileprivate mutating func content(_ kind: NodeKind, _ built: inout BuiltNode) {
        switch kind {
        case .frame:
            allow(ChildrenFields.self)
            built.node.content = .frame(frame())
        case .group, .repeat:
            allow(ChildrenFields.self)
            built.node.content = .frame(Frame(axis: .overlay, direction: resolver.direction))
        case .text: text(&built)
        case .image: image(&built)
        case .shape: shape(&built)
        case .qr: qr(&built)
        }
    }

    private mutating func image(_ built: inout BuiltNode) {
        var block = image()
        let field = SourceFields.fields.source
        if !has(field) { noteMissing(field) }
        switch optional(field) {
        case .path(let message)? where message.fixedText != nil:
            block.image = ImageReference(name: message.fixedText ?? "")
        case let source?: built.open = .source(source)
        case nil: break
        }
        built.node.content = .image(block)
    }

    private mutating func shape(_ built: inout BuiltNode) {
        built.node.appearance.fillRule = self[FillRuleFields.fields.fillRule]
        let corners = built.node.appearance.corners
        built.node.content = .shape(
            ShapeBlock(outline: outline(corners: corners) ?? .rectangle(corners)))
    }

    private mutating func qr(_ built: inout BuiltNode) {
        noteFlipped("a QR code")
        var block = qr()
        let fields = CodeFields.fields
        let resolver = resolver
        let message = sentence(fields.words, fields.text).flatMap { sentence in
            attempt { () throws(CardError) in try resolver.message(sentence) }
        }
        if let text = message?.fixedText {
            block.text = text
        } else if let message {
            built.open = .code(message)
        }
        built.node.content = .qr(block)
    }

    fileprivate mutating func noteFlipped(_ thing: String) {
        guard resolver.isFlipped else { return }
        note(
            Diagnostic(
                code: "mirrored-text", "\(thing) would be flipped in right-to-left languages",
                at: location, path: path,
                hint: "take \"mirror\": \"always\" away from it and what is around it"))
    }
}

// MARK: - Texts

extension RecordReader {
    fileprivate mutating func text(_ built: inout BuiltNode) {
        noteFlipped("a text")
        built.padding = optional(PaddingFields.fields.padding) ?? .zero
        let letters = self.letters()
        var whole = paragraph()
        takeFontSize(&whole)
        let style = letters.style(
            over: TextStyle(fontFamilies: resolver.kit.fonts["text"] ?? []))
        if let paint = letters.paint, !paint.isSolid { whole.block.paint = paint }
        var spans = self.spans(style)
        let marks = spans.reduce(into: Set<Mark>()) { $0.formUnion($1.message.marks) }
        let looks = self.looks(of: marks, own: whole.looks, language: whole.paragraph.language)
        for index in spans.indices { spans[index].looks = looks }
        if whole.block.path != nil {
            let styles = spans.flatMap { span in
                [span.style] + marks.map { looks[$0]?.style(over: span.style) ?? span.style }
            }
            noteStraightLinesOnly(styles, paint: letters.paint)
        }
        let words = spans.compactMap(\.message.fixedWords)
        if words.count == spans.count {
            whole.paragraph.spans = zip(spans, words).flatMap { $0.spans(of: $1) }
        } else {
            built.open = .spans(spans)
        }
        built.node.content = .text(whole.paragraph, whole.block)
    }

    private mutating func takeFontSize(_ whole: inout TextFrame) {
        let field = ParagraphFields.fields.fontSize
        if let size = whole.fontSize {
            whole.paragraph.fontSize = size
        } else if !has(field) {
            noteMissing(field, hint: "write it here or in a style of the text")
        }
    }

    /// The spans of a text from `words`, `text` or `spans`.
    private mutating func spans(_ style: TextStyle) -> [OpenSpan] {
        let (fields, list) = (SentenceFields.fields, SpansFields.fields.spans)
        let resolver = resolver
        guard has(list) else {
            guard let sentence = sentence(fields.words, fields.text) else { return [] }
            return attempt { () throws(CardError) in
                [OpenSpan(message: try resolver.message(sentence), style: style)]
            } ?? []
        }
        for field in [fields.words, fields.text] where has(field) {
            note(
                "conflicting-fields", "expected either spans or \(field.name), found both",
                at: field, hint: "put the sentence into a span")
        }
        if written(list)?.list?.isEmpty == true {
            note("empty-list", "expected at least one span, found none", at: list)
        }
        var spans: [OpenSpan] = []
        for value in optional(list) ?? [] {
            attempt { () throws(CardError) in
                spans.append(
                    OpenSpan(
                        message: try resolver.message(value.sentence),
                        style: value.look.style(over: style)))
            }
        }
        return spans
    }
}
