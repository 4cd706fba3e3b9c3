public import Diagnostics
import Scenes

/// One rule for what people read beside a picture.
public protocol WordsCheck: Sendable {
    /// What breaks the rule; empty where nothing does.
    func faults(of subject: WordsSubject) -> [Diagnostic]
}

/// The rules every card is held to, in the order in which their faults are told.
public let standardWordsChecks: [any WordsCheck] = [
    AltIsThere(), AltIsShort(), LongAltIsBounded(), AltSaysNoPictureOf(), AltIsNoFileName(),
    AltIsNoPlaceholder(), NoPlaceholderIsLeft(), NoPlaceholderIsFilledIn(), AltHasNoTagsOrLinks(),
    AltHasNoCredit(),
    AltIsNoRepetition(), AltDoesNotShout(), AltEndsWell(), WordsAreInTheScript(),
    WordsAreInTheLanguage(), CaptionIsThere(), CaptionFits(), CaptionIsWhole(),
    CaptionHasNoTagsOrLinks(), HashtagsAreInCamelCase(), DrawnWordsAreSpoken(),
]

/// All that is wrong with a card's words, errors and warnings alike.
public func checkWords(
    _ subject: WordsSubject, by checks: [any WordsCheck] = standardWordsChecks
) -> [Diagnostic] {
    checks.flatMap { $0.faults(of: subject) }
}

/// A sentence beside the picture.
enum WordsField: String, CaseIterable {
    case title, alt, longAlt, caption, action
}

extension WordsSubject {
    /// What a rule found in one of the sentences, told where that was written.
    func finding(
        in field: WordsField, code: String, _ message: String, hint: String? = nil,
        measured: Measure? = nil
    ) -> [Diagnostic] {
        let origin = origin(of: field)
        return [
            .finding(
                code, message, at: origin?.location,
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

    /// The same without what a person typed: what those who made the kit answer for.
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
