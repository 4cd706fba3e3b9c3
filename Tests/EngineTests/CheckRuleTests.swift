import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartSight
import BlueHeartTestbench
import BlueHeartWords
import Foundation
import Testing

@Suite struct CheckRuleTests {
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
        #expect(CheckRule.all.count == wordsRules.count + pictureRules.count)
    }

    @Test func rulesAreAboutWhatTheirChecksLookAt() {
        #expect(wordsRules.allSatisfy { $0.subject != .picture })
        #expect(pictureRules.allSatisfy { $0.subject == .picture })
        #expect(standardWordsChecks.allSatisfy { !type(of: $0).rules.isEmpty })
    }

    /// Editors complete the codes of checks.
    @Test func theSchemaOfKitsKnowsEveryRule() throws {
        let data = Data(try projectFile("schemas/kit.schema.json"))
        let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let fields = root?["properties"] as? [String: Any]
        let checks = fields?["checks"] as? [String: Any]
        let codes = try #require(checks?["properties"] as? [String: Any])
        #expect(Set(codes.keys) == Set(CheckRule.all.map(\.code)))
    }
}
