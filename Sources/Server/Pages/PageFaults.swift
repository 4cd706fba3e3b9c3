import HTTPTypes
import Languages
import Templates

/// What is wrong with what somebody filled in, in their language.
///
/// The engine tells faults to people who make cards, in English and with codes; here a code chooses
/// a sentence for people who fill them in.
struct PageFaults {
    private let words: PageWords
    /// In the order in which they were found.
    private let entries: [(parameter: Parameter?, label: String?, sentence: String)]

    /// Nothing is wrong.
    init(words: PageWords) {
        self.words = words
        entries = []
    }

    init(_ problem: Problem, choice: PageChoice, words: PageWords) {
        self.words = words
        entries =
            problem.entries.isEmpty
            ? Self.kind(of: problem).map { [(nil, nil, words["fault.\($0)"])] } ?? []
            : problem.entries.map { entry in
                let parameter = entry.parameter.flatMap { choice.template.parameter($0) }
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

    /// Every fault, with the label of the field it belongs to.
    var all: [String] {
        entries.map { entry in entry.label.map { "\($0): \(entry.sentence)" } ?? entry.sentence }
    }

    /// The sentence for what is no fault of a value; nil where it would help nobody.
    static func kind(of problem: Problem) -> String? {
        switch problem.status {
        case .serviceUnavailable, .tooManyRequests: "busy"
        case .notFound: "missing"
        case .contentTooLarge: "picture"
        default: problem.entries.contains(where: \.isOfPicture) ? "picture" : nil
        }
    }
}

extension Problem.Entry {
    fileprivate var isOfPicture: Bool { code.utf8.starts(with: "image-".utf8) }
}

extension PageWords {
    fileprivate func sentence(of entry: Problem.Entry, _ parameter: Parameter?) -> String {
        let kind =
            switch entry.code {
            case "text-too-long": parameter?.maxLength == nil ? "overflow" : "long"
            case "content-overflow", "qr-too-long", "qr-too-small": "overflow"
            case "control-character", "too-many-marks", "missing-glyph": "character"
            case "bad-number": "number"
            case "bad-date": "date"
            case "out-of-range", "bad-color": "range"
            case "unknown-choice", "unknown-country": "choice"
            case "bad-link": "link"
            case "contact-in-text": "contact"
            default: "other"
            }
        return filled("fault.\(kind)", [("limit", number(parameter?.maxLength ?? 0))])
    }
}

extension KitEntry {
    /// What people read beside a field.
    func label(of parameter: Parameter, in language: Language) -> String {
        text(parameter.label, in: language) ?? parameter.name
    }
}
