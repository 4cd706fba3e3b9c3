import BlueHeartLanguages
import BlueHeartTemplates
import HTTPTypes

/// Faults of the form's values, as sentences in the language of the page.
///
/// The engine reports faults to designers, in English and with codes; here a code selects a sentence
/// for the public.
struct PageFaults {
    private let words: PageWords
    /// Faults in the order of the problem.
    private let entries: [(parameter: Parameter?, label: String?, sentence: String)]

    /// No faults.
    init(words: PageWords) {
        self.words = words
        entries = []
    }

    init(_ problem: Problem, choice: PageChoice, words: PageWords) {
        self.words = words
        entries =
            problem.entries.isEmpty
            ? Self.kind(of: problem).map { [(nil, nil, words.naming(formatsIn: "fault.\($0)"))] }
                ?? []
            : problem.entries.map { entry in
                let parameter =
                    entry.parameter.flatMap { choice.template.parameter($0) }
                    ?? choice.parameter(with: entry.undrawn)
                return (
                    parameter, parameter.map { choice.kit.label(of: $0, in: choice.language) },
                    words.sentence(of: entry, parameter)
                )
            }
    }

    /// The first fault of a parameter's value.
    subscript(parameter: Parameter) -> String? {
        entries.first { $0.parameter?.name == parameter.name }?.sentence
    }

    /// Sentences of all faults, each with the label of its field.
    var all: [String] {
        entries.map { entry in entry.label.map { "\($0): \(entry.sentence)" } ?? entry.sentence }
    }

    /// Key of the sentence for a problem that is not a fault of a value; nil for no sentence.
    static func kind(of problem: Problem) -> String? {
        switch problem.status {
        case .serviceUnavailable: "busy"
        case .tooManyRequests: "many"
        case .notFound: "missing"
        case .contentTooLarge: "picture"
        default: problem.entries.contains(where: \.isOfPicture) ? "picture" : nil
        }
    }
}

extension Problem.Entry {
    fileprivate var isOfPicture: Bool { code.utf8.starts(with: "image-".utf8) }

    /// The characters that no font has; their code points are in the message.
    fileprivate var undrawn: String? {
        guard code == "missing-glyph" else { return nil }
        let points = message.split(separator: " ").prefix { $0 != "in" }
            .filter { $0.utf8.starts(with: "U+".utf8) }
        let scalars = points.compactMap { UInt32($0.dropFirst(2), radix: 16) }
            .compactMap(Unicode.Scalar.init)
        return scalars.isEmpty ? nil : String(String.UnicodeScalarView(scalars))
    }
}

extension PageChoice {
    /// The parameter whose value contains the characters.
    fileprivate func parameter(with characters: String?) -> Parameter? {
        guard let characters = characters.map({ Array($0.unicodeScalars) }) else { return nil }
        return template.parameters.first { parameter in
            value(parameter).map { Array($0.unicodeScalars).contains(characters) } ?? false
        }
    }
}

extension PageWords {
    fileprivate func sentence(of entry: Problem.Entry, _ parameter: Parameter?) -> String {
        let kind =
            switch entry.code {
            case "text-too-long": parameter?.maxLength == nil ? "overflow" : "long"
            case "content-overflow", "qr-too-long", "qr-too-small": "overflow"
            case "missing-glyph": entry.undrawn == nil ? "character" : "glyph"
            case "control-character", "too-many-marks": "character"
            case "bad-number": "number"
            case "bad-date": "date"
            case "out-of-range", "bad-color": "range"
            case "unknown-choice", "unknown-country": "choice"
            case "bad-link": "link"
            case "contact-in-text": "contact"
            default: "other"
            }
        return filled(
            "fault.\(kind)",
            [
                ("limit", number(parameter?.maxLength ?? 0)), ("character", entry.undrawn ?? ""),
            ])
    }
}

extension PublicKit {
    /// Label of a field.
    func label(of parameter: Parameter, in language: Language) -> String {
        text(parameter.label, in: language) ?? parameter.name
    }
}
