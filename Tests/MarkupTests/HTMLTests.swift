import Testing

@testable import BlueHeartMarkup

@Suite struct HTMLTests {
    @Test func aStringIsTextWhereverItIsPut() {
        let text = "<b onclick=\"x\">'&"
        let page: HTML = "<p title=\"\(text)\">\(text)</p>"
        let safe = "&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;"
        #expect(page.source == "<p title=\"\(safe)\">\(safe)</p>")
        #expect(HTML(text: text).source == safe)
    }

    @Test(arguments: ["<", ">", "&", "\"", "'"])
    func aCombiningMarkHidesNoMarkup(character: String) {
        for mark in ["\u{301}", "\u{FE0F}", "\u{200D}", "\u{20DD}", "\u{3099}"] {
            let escaped = HTML.escaped(character + mark)
            #expect(!escaped.unicodeScalars.contains { $0 == "<" || $0 == "\"" || $0 == "'" })
            #expect(
                escaped.hasPrefix("&") && escaped.unicodeScalars.last == mark.unicodeScalars.last)
        }
    }

    @Test func controlsThatHTMLForbidsAreShownAsReplaced() {
        let escaped = HTML.escaped("a\u{0}\u{7}\u{85}\u{FFFE}\u{1FFFF}\n\tb")
        #expect(escaped == "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\n\tb")
        #expect(HTML.escaped("a\r\n") == "a&#13;\n")
    }

    @Test func piecesGoInAsTheyAreAndNothingForNone() {
        let item: HTML = "<li>\("a<b")</li>"
        let none: HTML? = nil
        let list: HTML = "<ul>\([item, item])\(none)\(7)</ul>"
        #expect(list.source == "<ul><li>a&lt;b</li><li>a&lt;b</li>7</ul>")
    }
}
