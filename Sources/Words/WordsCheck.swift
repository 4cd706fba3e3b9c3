public import Diagnostics

/// One rule for what people read beside a picture.
public protocol WordsCheck: Sendable {
    /// What breaks the rule; empty where nothing does.
    func faults(of subject: WordsSubject) -> [Diagnostic]
}

/// The rules every card is held to, in the order in which their faults are told.
public let standardWordsChecks: [any WordsCheck] = [
    AltIsThere(), AltIsShort(), LongAltIsBounded(), AltSaysNoPictureOf(), AltIsNoFileName(),
    NoPlaceholderIsLeft(), AltHasNoTagsOrLinks(), CaptionIsThere(), DrawnWordsAreSpoken(),
]

/// All that is wrong with a card's words, errors and warnings alike.
public func checkWords(
    _ subject: WordsSubject, by checks: [any WordsCheck] = standardWordsChecks
) -> [Diagnostic] {
    checks.flatMap { $0.faults(of: subject) }
}

/// A fault of one of the card's fields, named as the template names it.
func fault(
    _ severity: Diagnostic.Severity = .error, in field: String, code: String, _ message: String,
    hint: String? = nil
) -> [Diagnostic] {
    [
        Diagnostic(
            severity, code: code, message, path: JSONPath([.key(field)]), hint: hint)
    ]
}
