import Diagnostics
import Drawing
import Geometry
import JSON
import Languages
import Scenes

/// The fields of a text that a style may give, as far as they are there.
struct TextFields {
    var fontFamilies: [String]?
    var fontWeight: Int?
    var isItalic: Bool?
    var letterSpacing: Double?
    var wordSpacing: Double?
    var textCase: TextStyle.Case?
    var features: [String: Int]?
    var paint: BoxPaint?
    var outline: BoxStroke?
    /// nil inside: taken away.
    var highlight: TextHighlight??
    var underline: TextRule??
    var strike: TextRule??
}

private enum FontStyle: String, CaseIterable { case normal, italic }

// MARK: - What spans have too

extension Scope {
    func textFields(_ object: inout ObjectReader, _ notes: Notes) -> TextFields {
        var fields = TextFields()
        fields.fontFamilies = object.optional("fontFamily", fontFamily)
        fields.fontWeight = object.optionalInteger("fontWeight", in: 1...1_000)
        fields.isItalic = object.optionalChoice("fontStyle", of: FontStyle.self).map {
            $0 == .italic
        }
        fields.letterSpacing = object.optionalNumber("letterSpacing", in: -1...5, unit: "em")
        fields.wordSpacing = object.optionalNumber("wordSpacing", in: -1...5, unit: "em")
        fields.textCase = object.optionalChoice("textCase", of: TextStyle.Case.self)
        fields.features = object.optional("features", features)
        fields.paint = paint("color", &object, notes)
        fields.outline = object.optional("outline") { node, path throws(CardError) in
            try textOutline(node, at: path, notes)
        }
        decorations(&object, &fields, notes)
        return fields
    }

    /// A name of the kit's fonts, a family, or a list of both.
    private func fontFamily(_ node: JSONNode, at path: JSONPath) throws(CardError) -> [String] {
        try readFamilies(node, at: path).flatMap { name in
            (isName(name) ? kit.fonts[name] : nil) ?? [name]
        }
    }

    private func features(_ node: JSONNode, at path: JSONPath) throws(CardError) -> [String: Int] {
        var object = ObjectReader(node, at: path)
        let pairs = object.eachMember { member, way throws(CardError) in
            let tag = member.name.utf8
            guard tag.count == 4, tag.allSatisfy({ isKeyByte($0) && $0 != 0x2D && $0 != 0x5F })
            else {
                throw CardError(
                    .template,
                    Diagnostic(
                        code: "bad-name", "\(quoted(member.name)) is no OpenType feature",
                        at: member.nameLocation, path: way,
                        hint: "write four letters or digits, like \"tnum\""))
            }
            return (member.name, try member.value.integer(at: way, in: 0...100))
        }
        try object.finish()
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// An outline has one colour, for glyphs know no box.
    private func textOutline(
        _ node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> BoxStroke {
        let outline = try stroke(node, at: path, notes)
        if case .solid = outline.paint { return outline }
        throw fault(
            "paint-not-allowed", "expected a colour, for the outline of a text has no gradient",
            of: node["paint"] ?? node, at: path.appending(.key("paint")), hint: "write a colour")
    }

}

extension TextFields {
    /// The style with what is given in place of its own.
    func style(over base: TextStyle) -> TextStyle {
        var style = base
        if let fontFamilies { style.fontFamilies = fontFamilies }
        if let fontWeight { style.fontWeight = fontWeight }
        if let isItalic { style.isItalic = isItalic }
        if let letterSpacing { style.letterSpacing = letterSpacing }
        if let wordSpacing { style.wordSpacing = wordSpacing }
        if let textCase { style.textCase = textCase }
        if let features { style.features = features }
        if let paint { style.paint = .solid(paint.firstColor) }
        if let outline {
            style.outline = GlyphRun.Outline(
                stroke: outline.stroke, paint: .solid(outline.paint.firstColor))
        }
        if let highlight { style.highlight = highlight }
        if let underline { style.underline = underline }
        if let strike { style.strike = strike }
        return style
    }
}

// MARK: - What the whole text has

/// The fields of a text as a whole, as far as they are there.
struct ParagraphFields {
    var fontSize: ClosedRange<Double>?
    var paragraph: Paragraph
    var block: TextBlock
    var looks: [Mark: MarkLook]
}

extension Scope {
    /// - Parameter wrapping: nil where the field is read by someone else.
    func paragraphFields(
        _ object: inout ObjectReader, readsWrap: Bool, _ notes: Notes
    ) -> ParagraphFields {
        let relativeSize = object.number("relativeSize", in: 0.1...10, default: 1)
        let fontSize = object.optional("fontSize", self.fontSize).map { size in
            size.lowerBound * relativeSize...size.upperBound * relativeSize
        }
        var paragraph = Paragraph(spans: [], language: language, fontSize: 1...1)
        paragraph.language = object.optional("language", readLanguageTag) ?? language
        paragraph.lineHeight = object.number("lineHeight", in: 0.5...5, default: 1.25)
        paragraph.alignment = object.choice(
            "textAlign", of: Paragraph.Alignment.self, default: .start)
        if readsWrap {
            paragraph.wrapping = object.choice(
                "wrap", of: Paragraph.Wrapping.self, default: .normal)
        }
        paragraph.hyphenation = object.choice(
            "hyphens", of: Paragraph.Hyphenation.self, default: .manual)
        paragraph.hanging = object.choice(
            "hangingPunctuation", of: Paragraph.Hanging.self, default: .none)
        paragraph.maxLines = object.optionalInteger("maxLines", in: 1...1_000)
        paragraph.overflow = object.choice("overflow", of: Paragraph.Overflow.self, default: .error)
        let block = TextBlock(
            verticalAlignment: object.choice(
                "verticalAlign", of: TextBlock.VerticalAlignment.self, default: .top),
            trim: object.choice("trim", of: TextBlock.Trim.self, default: .none),
            fitGroup: object.optional("fitGroup", readName),
            path: object.optional("textPath", textPath))
        return ParagraphFields(
            fontSize: fontSize, paragraph: paragraph, block: block,
            looks: spanStyles(&object, notes))
    }

    /// A length, or `{min, max}`.
    private func fontSize(
        _ node: JSONNode, at path: JSONPath
    ) throws(CardError) -> ClosedRange<Double> {
        let use = LengthUse(percentage: .refused, side: nil, range: 0.5...8_192)
        guard case .object = node.value else {
            let size = try px(node, at: path, use)
            return size...size
        }
        var object = ObjectReader(node, at: path)
        let low = object.read("min", orStandIn: 1) { node, path throws(CardError) in
            try px(node, at: path, use)
        }
        let high = object.read("max", orStandIn: 8_192) { node, path throws(CardError) in
            try px(node, at: path, use)
        }
        if low > high, object.has("min"), object.has("max") {
            object.note(
                "min-above-max", "expected a min up to the max, found a larger one", at: "min")
        }
        try object.finish()
        return low...high
    }
}

// MARK: - The sentence

/// A span that is not filled yet.
struct SpanPlan: Sendable {
    var speech: Speech
    var style: TextStyle
    /// How its marked words look.
    var looks: [Mark: MarkLook] = [:]

    func spans(of words: MarkedWords) -> [TextSpan] {
        words.runs.map { run in
            let style = run.marks.reduce(style) { looks[$1]?.style(over: $0) ?? $0 }
            return TextSpan(run.text, style: style)
        }
    }
}

extension Scope {
    /// The spans of a text from `words`, `text` or `spans`.
    func spans(
        _ object: inout ObjectReader, style: TextStyle, _ notes: Notes
    ) -> [SpanPlan] {
        guard let node = object.optionalNode("spans") else {
            guard let sentence = Sentence.read(from: &object) else { return [] }
            return object.attempt { () throws(CardError) in
                [SpanPlan(speech: try speech(sentence, notes), style: style)]
            } ?? []
        }
        for name in ["words", "text"] where object.has(name) {
            object.note(
                "conflicting-fields", "expected either spans or \(name), found both", at: name,
                hint: "put the sentence into a span")
        }
        if case .array(let elements) = node.value, elements.isEmpty {
            object.note("empty-list", "expected at least one span, found none", at: "spans")
        }
        return object.optionalEach("spans") { node, path throws(CardError) in
            try span(node, at: path, style: style, notes)
        } ?? []
    }

    private func span(
        _ node: JSONNode, at path: JSONPath, style: TextStyle, _ notes: Notes
    ) throws(CardError) -> SpanPlan {
        let merged = try styled(node, at: path, as: .span)
        var object = ObjectReader(merged, at: path)
        object.allow("style")
        let look = spanLook(&object, notes)
        let sentence = Sentence.read(from: &object)
        let speech = object.attempt { () throws(CardError) in
            try sentence.map { sentence throws(CardError) in try self.speech(sentence, notes) }
        }
        try object.finish()
        return SpanPlan(
            speech: (speech ?? nil) ?? Speech(), style: look.style(over: style))
    }
}

extension BoxPaint {
    var isSolid: Bool { if case .solid = self { true } else { false } }

    /// What stands for the paint where there is no box.
    var firstColor: Color {
        switch self {
        case .solid(let color): color
        case .gradient(let gradient): gradient.stops.first?.color ?? .black
        case .pattern: .black
        }
    }
}
