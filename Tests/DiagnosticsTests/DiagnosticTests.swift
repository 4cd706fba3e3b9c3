import BlueHeartDiagnostics
import Testing

@Suite struct DiagnosticTests {
    @Test func aDiagnosticTellsPlaceSentencePathAndHint() {
        let diagnostic = Diagnostic(
            code: "unknown-field", "unknown field \"fontSise\"",
            at: SourceLocation(file: "story.json", line: 4, column: 17),
            path: JSONPath([.key("layers"), .index(2), .key("fontSise")]),
            hint: "did you mean \"fontSize\"?")
        #expect(
            diagnostic.description == """
                story.json:4:17: error: unknown field "fontSise" [unknown-field]
                  at layers[2].fontSise
                  hint: did you mean "fontSize"?
                """)
    }

    @Test func whatIsNotKnownIsLeftOut() {
        let diagnostic = Diagnostic(.warning, code: "odd", "something is odd")
        #expect(diagnostic.description == "warning: something is odd [odd]")
        #expect(
            CardError(.data, [diagnostic, diagnostic]).description
                == "warning: something is odd [odd]\nwarning: something is odd [odd]")
    }

    @Test(arguments: [
        (JSONPath(), ""), (JSONPath([.index(3)]), "[3]"),
        (JSONPath([.key("$schema"), .key("a-b_1")]), "$schema.a-b_1"),
        (JSONPath([.key("fonts"), .key("Noto Sans"), .index(0)]), #"fonts["Noto Sans"][0]"#),
        (JSONPath([.key("")]), #"[""]"#), (JSONPath([.key("a.b")]), #"["a.b"]"#),
        (JSONPath([.key("\u{1B}[2J")]), #"["\u{1B}[2J"]"#),
    ])
    func aPathIsWrittenAsPeopleWriteIt(path: JSONPath, text: String) {
        #expect(path.description == text)
    }

    @Test(arguments: [
        ("plain", #""plain""#), ("größe 💙", #""größe 💙""#), ("a\nb", #""a\u{A}b""#),
        ("\u{202E}abc", #""\u{202E}abc""#), ("a\u{A0}b", #""a\u{A0}b""#),
    ])
    func quotedTextCannotDrawOnATerminal(text: String, shown: String) {
        #expect(quoted(text) == shown)
    }

    @Test func longTextIsCut() {
        #expect(quoted(String(repeating: "x", count: 1_000), limit: 3) == "\"xxx…\"")
        #expect(quoted("xxx", limit: 3) == "\"xxx\"")
    }
}

@Suite struct SourceLocationTests {
    @Test(arguments: [
        ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1),
        ("a\rb", 2, 2, 1), ("a\n\nb", 3, 3, 1), ("é💙x", 6, 1, 3), ("a\r\r\nb", 4, 3, 1),
    ])
    func theOffsetOfAByteIsALineAndAColumn(text: String, offset: Int, line: Int, column: Int) {
        let place = SourceLocation(of: offset, in: Array(text.utf8), file: "a")
        #expect(place == SourceLocation(file: "a", line: line, column: column))
    }
}

@Suite struct NearestNameTests {
    private let names = ["fontSize", "fontFamily", "fontWeight", "text", "gap", "align"]

    @Test(arguments: [
        ("fontSise", "fontSize"), ("FONTSIZE", "fontSize"), ("fontfamly", "fontFamily"),
        ("algin", "align"), ("gab", "gap"), ("tex", "text"), ("txet", "text"),
    ])
    func aSlipFindsItsName(slip: String, name: String) {
        #expect(nearestName(to: slip, in: names) == name)
    }

    @Test(arguments: ["", "background", "x", "fontSizeInPixels", String(repeating: "a", count: 65)])
    func whatIsFarFindsNone(name: String) {
        #expect(nearestName(to: name, in: names) == nil)
    }

    @Test func ofEqualsTheFirstIsTaken() {
        #expect(nearestName(to: "cat", in: ["bat", "hat"]) == "bat")
    }
}
