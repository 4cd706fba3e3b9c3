import BlueHeartDiagnostics
import BlueHeartRequests
import Testing

@Suite struct ParameterValuesTests {
    private typealias Entry = ParameterValues.Entry

    @Test func valuesKeepTheOrderInWhichTheyWereFirstSet() {
        var values: ParameterValues = ["name": "Ana", "country": "SK"]
        values.set("days", to: "9")
        values.set("name", to: "Amina")
        #expect(values.entries.map(\.name) == ["name", "country", "days"])
        #expect(values["name"]?.value == "Amina")
    }

    @Test func aValueThatIsSetAgainBringsItsSource() {
        let place = SourceLocation(file: "rows.csv", line: 3, column: 1)
        let values = ParameterValues([
            Entry("name", "Ana", source: .argument),
            Entry("name", "Sara", source: .row(place), trust: .untrusted),
        ])
        #expect(
            values.entries == [
                Entry("name", "Sara", source: .row(place), trust: .untrusted)
            ])
        #expect(values["name"]?.source.location == place)
    }

    @Test func namesAreComparedByTheirBytes() {
        // Equal as Swift compares strings, and two names to a template.
        let values: ParameterValues = ["caf\u{E9}": "1", "cafe\u{301}": "2"]
        #expect(values.entries.count == 2)
        #expect(values["cafe\u{301}"]?.value == "2")
        #expect(values["cafe"] == nil)
    }
}
