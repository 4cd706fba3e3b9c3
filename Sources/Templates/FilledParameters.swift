import Diagnostics
import Drawing
public import Languages

/// The values of one card's parameters, checked and as people read them.
struct FilledParameters: Sendable {
    struct Value: Sendable {
        /// As it was filled in: `SK`, `2026-07-30`, `dark`.
        var raw: String
        /// As people read it in the card's language: `Slovakia`, `30 July 2026`.
        var plain: String
        /// `plain`, in marks that keep its direction apart where it may differ.
        var isolated: String
        var number: Double?
        var color: Color?
        /// Whether people read what a person typed, and not the kit's words for it.
        var isTyped = false

        subscript(voice: Voice) -> String {
            switch voice {
            case .sentence: isolated
            case .plain: plain
            case .raw: raw
            // A space keeps the words beside it apart.
            case .written: isTyped ? " " : plain
            }
        }
    }

    /// One for each parameter of the template, in its order; nil where nothing was filled in.
    var values: [Value?]

    var holdTyped: Bool { values.contains { $0?.isTyped == true } }
}

extension FilledParameters.Value {
    init(_ value: CheckedValue, in words: WordList?, _ formats: CardFormats) {
        let language = formats.language
        self.init(raw: "", plain: "", isolated: "")
        switch value {
        case .text(let text), .link(let text), .image(let text): (raw, plain) = (text, text)
        case .number(let number):
            self.number = number
            (raw, plain) = (shortNumber(number), formats.formats.string(from: number))
        case .color(let color, let text):
            self.color = color
            (raw, plain) = (text, text)
        case .date(let day, let text): (raw, plain) = (text, formats.formats.longDate(day))
        case .choice(let choice):
            (raw, plain) = (choice.value, choice.text(in: words))
        case .country(let code): (raw, plain) = (code, language.countryName(code) ?? code)
        }
        isolated = directionKept(plain, in: language.direction)
    }
}

extension Parameter.Choice {
    /// What people read; the value where there is no label.
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
