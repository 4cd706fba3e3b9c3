public import BlueHeartDiagnostics
import BlueHeartScenes

/// A rule for the words of a card.
public protocol WordsCheck: Sendable {
    /// All rules that it can report.
    static var rules: [CheckRule] { get }

    /// Violations of the rule; empty if there are none.
    func faults(of subject: WordsSubject) -> [Diagnostic]
}

/// The rules for every card, in the order of their reports.
public let standardWordsChecks: [any WordsCheck] = [
    AltIsThere(), AltIsShort(), LongAltIsBounded(), AltSaysNoPictureOf(), AltIsNoFileName(),
    AltIsNoPlaceholder(), NoPlaceholderIsLeft(), NoPlaceholderIsFilledIn(), AltHasNoTagsOrLinks(),
    AltHasNoCredit(),
    AltIsNoRepetition(), AltDoesNotShout(), AltEndsWell(), WordsAreInTheScript(),
    WordsAreInTheLanguage(), CaptionIsThere(), CaptionFits(), CaptionIsWhole(),
    CaptionHasNoTagsOrLinks(), HashtagsAreLinked(), HashtagsAreInCamelCase(),
    DrawnWordsAreSpoken(),
]

/// The rules of all checks of words.
public let wordsRules = standardWordsChecks.flatMap { type(of: $0).rules }

/// All violations in a card's words, errors and warnings alike.
public func checkWords(
    _ subject: WordsSubject, by checks: [any WordsCheck] = standardWordsChecks
) -> [Diagnostic] {
    checks.flatMap { $0.faults(of: subject) }
}

/// One of the texts beside the picture.
enum WordsField: String, CaseIterable {
    case title, alt, longAlt, caption, action
}

extension WordsSubject {
    /// A finding in one of the texts, located where it was written.
    func finding(
        _ rule: CheckRule, in field: WordsField, _ message: String, hint: String? = nil,
        measured: Measure? = nil
    ) -> [Diagnostic] {
        let origin = origin(of: field)
        return [
            .finding(
                rule, message, at: origin?.location,
                path: origin?.path ?? JSONPath([.key(field.rawValue)]), hint: hint,
                measured: measured, subject: field == .alt || field == .longAlt ? .alt : nil)
        ]
    }

    func text(of field: WordsField) -> String? {
        switch field {
        case .title: words.title
        case .alt: words.alt
        case .longAlt: words.longAlt
        case .caption: words.caption.text
        case .action: words.caption.action
        }
    }

    /// The text without parameter values: the part written by the kit's authors.
    func writtenText(of field: WordsField) -> String? { words.written[field] ?? text(of: field) }

    func origin(of field: WordsField) -> Origin? { words.origins[field] }
}

extension SceneWords.Sentences {
    fileprivate subscript(field: WordsField) -> Value? {
        switch field {
        case .title: title
        case .alt: alt
        case .longAlt: longAlt
        case .caption: caption
        case .action: action
        }
    }
}
