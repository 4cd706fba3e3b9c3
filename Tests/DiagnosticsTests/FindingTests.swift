import Diagnostics
import Testbench
import Testing

@Suite struct FindingTests {
    private let found = Diagnostic.finding("alt-long", "long", hint: "cut")

    @Test func aRuleGivesItsSeverity() {
        #expect(found.severity == .note)
        #expect(Diagnostic.finding("alt-missing", "none").severity == .error)
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
        #expect(kit.applied(to: [.finding("caption-missing", "none"), found]) == [found])
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
        #expect(change.isAllowed(for: try #require(CheckRule.named(code))) == isAllowed)
    }

    /// Only half of the rule is off: what it finds in a caption.
    @Test func aRuleForAllWordsIsNotSilencedInAnAltText() {
        let kit = CheckSeverities([.init(code: "placeholder-left", severity: nil, reason: "x")])
        let inAlt = Diagnostic.finding("placeholder-left", "in alt", subject: .alt)
        #expect(kit.applied(to: [.finding("placeholder-left", "in caption"), inAlt]) == [inAlt])
        let lower = CheckSeverities([.init(code: "placeholder-left", severity: .note, reason: "x")])
        #expect(lower.applied(to: [inAlt]) == [inAlt])
    }

    /// Each rule stands in the documentation, with its severity and what it finds.
    @Test func everyRuleIsDocumented() throws {
        let page = String(decoding: try projectFile("docs/diagnostics.md"), as: UTF8.self)
            .replacing("`", with: "")
        for rule in CheckRule.all {
            let row = "| \(rule.code) | \(rule.severity.rawValue) | \(rule.fault) | "
            #expect(page.contains(row), "\(row)")
        }
    }

    @Test func everyRuleHasACodeOfItsOwn() {
        #expect(Set(CheckRule.all.map(\.code)).count == CheckRule.all.count)
    }

    @Test func aMeasureIsHeldAgainstItsBound() {
        #expect(Measure(4.5, .atLeast(4.5)).isKept && !Measure(4.4, .atLeast(4.5)).isKept)
        #expect(Measure(250, .atMost(250)).isKept && !Measure(251, .atMost(250)).isKept)
    }
}
