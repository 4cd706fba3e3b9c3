import BlueHeartDiagnostics
import BlueHeartLanguages

extension BoundMessage {
    /// The text with the values in it, its marks left out.
    ///
    /// - Throws: a value that is missing.
    func text(
        _ arguments: Arguments, _ formats: CardFormats, as style: ValueStyle = .isolated
    ) throws(MissingValue) -> String {
        if let fixedText { return fixedText }
        return try words(arguments, formats, as: style).text
    }

    /// The words with the values in them; a value has the marks around it and none of its own.
    ///
    /// - Throws: a value that is missing.
    func words(
        _ arguments: Arguments, _ formats: CardFormats, as style: ValueStyle = .isolated
    ) throws(MissingValue) -> MarkedWords {
        var formatter = MessageFormatter(arguments: arguments, formats: formats, style: style)
        try formatter.format(self)
        return formatter.words
    }
}

/// Puts values into a message part by part.
private struct MessageFormatter {
    let arguments: Arguments
    let formats: CardFormats
    let style: ValueStyle
    var words = MarkedWords()
    /// The marks around the part that comes next, outermost first.
    private var marks: [Mark] = []
    /// The number of the innermost plural.
    private var number: Double?

    init(arguments: Arguments, formats: CardFormats, style: ValueStyle) {
        self.arguments = arguments
        self.formats = formats
        self.style = style
    }

    mutating func format(_ message: BoundMessage) throws(MissingValue) {
        for part in message.parts { try format(part) }
    }

    private mutating func format(_ part: BoundMessage.Part) throws(MissingValue) {
        switch part {
        case .text(let text): words.append(text, marks)
        case .item: preconditionFailure("a message was formatted before its repeat was compiled")
        case .value(let reference):
            words.append(try arguments.value(of: reference)[style], marks)
        case .pluralNumber:
            words.append(number.map { formats.formats.string(from: $0) } ?? "#", marks)
        case .marked(let mark, let message):
            marks.append(mark)
            try format(message)
            marks.removeLast()
        case .select(let reference, let cases):
            // Without a value the case `none` is taken, so that a sentence can do without it.
            let raw = arguments[reference]?.raw ?? "none"
            let chosen =
                cases.first { isSameName($0.value, raw) }
                ?? cases.first { isSameName($0.value, "other") }
            if let chosen { try format(chosen.message) }
        case .plural(let quantity, let offset, let exact, let forms):
            let count = try arguments.number(of: quantity)
            let outer = number
            number = count - offset
            try format(form(of: count, offset: offset, exact, forms))
            number = outer
        }
    }

    private func form(
        of count: Double, offset: Double, _ exact: [(Double, BoundMessage)],
        _ forms: [BoundMessage.Form]
    ) -> BoundMessage {
        if let match = exact.first(where: { $0.0 == count }) { return match.1 }
        let category = formats.formats.pluralCategory(for: count - offset)
        let form = forms.first { $0.category == category } ?? forms.first { $0.category == .other }
        return form?.message ?? BoundMessage()
    }
}

/// The form in which values are put into a text.
enum ValueStyle: Sendable {
    /// Formatted for readers, with isolates that separate their direction from the text around
    /// them.
    case isolated
    /// Formatted for readers, without isolates: in a QR code.
    case plain
    /// The value as given, for a file name.
    case raw
    /// Left out where a person typed them: the text is then the kit's own.
    case withoutTyped
}

/// A value that is missing where one is needed.
struct MissingValue: Error {
    var reference: ValueReference
}

extension Arguments {
    func value(of reference: ValueReference) throws(MissingValue) -> Argument {
        guard let value = self[reference] else { throw MissingValue(reference: reference) }
        return value
    }

    fileprivate func number(of quantity: BoundMessage.Quantity) throws(MissingValue) -> Double {
        switch quantity {
        case .fixed(let number): return number
        case .value(let reference): return try value(of: reference).number ?? 0
        }
    }
}
