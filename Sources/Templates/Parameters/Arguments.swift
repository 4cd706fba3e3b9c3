import BlueHeartDiagnostics
import BlueHeartDrawing
public import BlueHeartLanguages

/// The values of one card's parameters, checked and as people read them.
struct Arguments: Sendable {
    /// One for each parameter of the template, in its order; nil where none was given.
    var values: [Argument?]
    /// True for stand-in values while a template is checked; numbers out of range are then clamped.
    var areStandIns = false

    /// The value of a name; nil if none was given.
    subscript(reference: ValueReference) -> Argument? {
        switch reference {
        case .parameter(let index): return values[index]
        case .element(let list, let turn, let field):
            guard let items = values[list]?.items, items.indices.contains(turn) else { return nil }
            return items[turn][field ?? 0]
        case .item, .index: preconditionFailure("a value of a repeat was read before its turn")
        }
    }

    var holdTyped: Bool {
        values.contains { value in
            value?.isTyped == true || value?.items.joined().contains { $0?.isTyped == true } == true
        }
    }
}

/// The value of one parameter.
struct Argument: Sendable {
    /// The value as given: `SK`, `2026-07-30`, `dark`.
    var raw = ""
    /// The value formatted in the card's language: `Slovakia`, `30 July 2026`.
    var plain = ""
    /// `plain`, in marks that keep its direction apart where it may differ.
    var isolated = ""
    var number: Double?
    var color: Color?
    /// True if people read text that a person typed, and not the kit's words for it.
    var isTyped = false
    /// The items of a list, each with a value for each of its fields.
    var items: [[Argument?]] = []

    subscript(style: ValueStyle) -> String {
        switch style {
        case .isolated: isolated
        case .plain: plain
        case .raw: raw
        // A space keeps the words beside it apart.
        case .withoutTyped: isTyped ? " " : plain
        }
    }

    init() {}

    /// - Parameters:
    ///   - words: labels of choices; nil leaves the values themselves.
    ///   - isGiven: false for a default.
    init(
        _ value: CheckedValue, of parameter: Parameter, in words: WordList?,
        _ formats: CardFormats, isGiven: Bool
    ) {
        switch value {
        case .text(let text), .link(let text), .image(let text): (raw, plain) = (text, text)
        case .number(let number):
            self.number = number
            (raw, plain) = (shortNumber(number), formats.formats.string(from: number))
        case .color(let color, let text):
            self.color = color
            (raw, plain) = (text, text)
        case .date(let day, let text): (raw, plain) = (text, formats.formats.longDate(day))
        case .choice(let choice): (raw, plain) = (choice.value, choice.text(in: words))
        case .country(let code):
            (raw, plain) = (code, formats.language.countryName(code) ?? code)
        }
        isolated = directionKept(plain, in: formats.language.direction)
        isTyped = isGiven && [.text, .link].contains(parameter.kind)
    }

    init(items: [[Argument?]]) {
        self.items = items
        number = Double(items.count)
    }
}

extension Parameter.Choice {
    /// The label; the value if there is none.
    fileprivate func text(in words: WordList?) -> String {
        guard let label, let words else { return value }
        return label.text(in: words) ?? value
    }
}

/// A checked value before it is put into a language.
enum CheckedValue: Sendable {
    case text(String)
    case number(Double)
    case color(Color, String)
    case image(String)
    case date(CalendarDay, String)
    case choice(Parameter.Choice)
    case link(String)
    case country(String)
}

/// A language's formats, opened when they are first needed.
///
/// Owned by the call that makes a scene, or by a worker that makes many.
public final class CardFormats {
    public let language: Language
    private var opened: LanguageFormats?

    public init(_ language: Language) {
        self.language = language
    }

    var formats: LanguageFormats {
        if let opened { return opened }
        let formats = LanguageFormats(language)
        opened = formats
        return formats
    }
}
