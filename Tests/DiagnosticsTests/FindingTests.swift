import BlueHeartDiagnostics
import Testing

@Suite struct FindingTests {
    private static let rules = [
        CheckRule("alt-missing", .alt, .error, "The alt text is missing."),
        CheckRule("alt-long", .alt, .note, "the alt text is long"),
        CheckRule("alt-noise", .alt, .warning, "the alt text holds a link"),
        CheckRule("caption-missing", .caption, .error, "The caption is missing."),
    ]
    private let found = Diagnostic.finding(rules[1], "long", hint: "cut")
    private let noCaption = Diagnostic.finding(rules[3], "none")

    @Test func aRuleGivesItsSeverity() {
        #expect(found.severity == .note)
        #expect(Diagnostic.finding(Self.rules[0], "none").severity == .error)
    }

    @Test func aKitRaisesARuleAndSaysWhy() {
        let kit = CheckSeverities([
            .init(code: "alt-long", severity: .warning, reason: "Our listeners asked for it.")
        ])
        #expect(
            kit.applied(to: [found]).map(\.description) == [
                """
                warning: long [alt-long]
                  hint: cut
                  the kit: Our listeners asked for it.
                """
            ])
    }

    @Test func aRuleThatIsOffIsNotTold() {
        let kit = CheckSeverities([.init(code: "caption-missing", severity: nil, reason: "Print")])
        #expect(kit.applied(to: [noCaption, found]) == [found])
    }

    @Test func whatNoRuleFoundStaysAsItIs() {
        let fault = Diagnostic(code: "alt-long", "a fault of a file")
        let kit = CheckSeverities([.init(code: "alt-long", severity: .note, reason: "x")])
        #expect(kit.applied(to: [fault]) == [fault])
    }

    @Test(arguments: [
        ("alt-missing", Diagnostic.Severity?.some(.warning), false),
        ("alt-missing", .error, true), ("alt-long", nil, false), ("alt-long", .error, true),
        ("alt-noise", .note, true), ("caption-missing", nil, true),
    ])
    func altTextsCannotBeSilenced(
        code: String, severity: Diagnostic.Severity?, isAllowed: Bool
    ) throws {
        let change = CheckSeverities.Change(code: code, severity: severity, reason: "x")
        #expect(change.isAllowed(for: try #require(Self.rules.named(code))) == isAllowed)
    }

    /// Only half of the rule is off: what it finds in a caption.
    @Test func aRuleForAllWordsIsNotSilencedInAnAltText() {
        let kit = CheckSeverities([.init(code: "placeholder-left", severity: nil, reason: "x")])
        let rule = CheckRule("placeholder-left", .words, .error, "words hold a placeholder")
        let inAlt = Diagnostic.finding(rule, "in alt", subject: .alt)
        #expect(kit.applied(to: [.finding(rule, "in caption"), inAlt]) == [inAlt])
        let lower = CheckSeverities([.init(code: "placeholder-left", severity: .note, reason: "x")])
        #expect(lower.applied(to: [inAlt]) == [inAlt])
    }

    @Test func aMeasureIsHeldAgainstItsBound() {
        #expect(Measure(4.5, .atLeast(4.5)).isKept && !Measure(4.4, .atLeast(4.5)).isKept)
        #expect(Measure(250, .atMost(250)).isKept && !Measure(251, .atMost(250)).isKept)
    }
}
