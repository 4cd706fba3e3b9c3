import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartLanguages
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTemplates
import Testing

@Suite struct MarkupTests {
    /// A text whose marks are told apart by weight, slant and size.
    private func sketch(_ sentence: String, language: String = "en") -> Sketch {
        var sketch = Sketch(
            #"""
            { "type": "text", "fontSize": 20, "words": "a", "spanStyles": {
                "bold": { "fontWeight": 700 }, "emphasis": { "fontStyle": "italic" },
                "accent": { "relativeSize": 2 } } }
            """#)
        let escaped = sentence.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        sketch.words = #"{ "a": "\#(escaped)" }"#
        sketch.language = language
        sketch.parameters = #"""
            { "name": { "type": "text" }, "n": { "type": "number" },
              "tone": { "type": "choice", "choices": ["calm", "loud"] } }
            """#
        return sketch
    }

    /// The spans in a notation of their own: `B`, `E` and `A` before marked words in parentheses.
    private func told(_ root: Node) throws -> String {
        guard case .text(let paragraph, _) = root.content else { return "" }
        return paragraph.spans.map { span in
            let style = span.style
            let marks =
                (style.fontWeight == 700 ? "B" : "") + (style.isItalic ? "E" : "")
                + (style.relativeSize == 2 ? "A" : "")
            return marks.isEmpty ? span.text : "\(marks)(\(span.text))"
        }.joined()
    }

    private func spans(
        _ sentence: String, _ filling: ParameterValues = [:], language: String = "en"
    ) throws -> String {
        try told(try sketch(sentence, language: language).root(filling))
    }

    @Test(arguments: [
        ("a **b** c", "a B(b) c"), ("a _b_ c", "a E(b) c"), ("a [[b]] c", "a A(b) c"),
        ("**a _b [[c]]_ d**", "B(a )BE(b )BEA(c)B( d)"), ("_**a**_", "BE(a)"),
        ("half**way**s", "halfB(way)s"), ("**Menschen**handel", "B(Menschen)handel"),
        ("**a**, _b_.", "B(a), E(b)."), ("(_a_)", "(E(a))"), ("“_a_”", "“E(a)”"),
        ("[[[1]]]", "A([1])"), ("_a\u{301}_", "E(a\u{301})"),
    ])
    func marksMakeSpans(sentence: String, expected: String) throws {
        #expect(try spans(sentence) == expected)
    }

    @Test(arguments: [
        "5 * 4", "*note", "a[1]", "[sic]", "x*y*z", "snake_case_name", "a _ b", "____", "Name: ___",
        "see https://a.example/_x_/y_z?q=_v_ now", "www.a_b.example", "#القلب_الأزرق", "#_tag_x",
        "@blue_heart", "C:\\temp", "a\\b", "mail a_b@c.example", "٣_٤",
    ])
    func lettersOfMarksInsideWordsAndAddressesAreText(sentence: String) throws {
        #expect(try spans(sentence) == sentence)
    }

    @Test(arguments: [
        (#"\*\*a\*\*"#, "**a**"), (#"\**a"#, "**a"), (#"\_a\_"#, "_a_"), (#"\[[a\]]"#, "[[a]]"),
        (#"\\_a_"#, #"\E(a)"#), (#"**a\*b**"#, "B(a*b)"), ("'{** _'", "{** _"),
    ])
    func aBackslashMakesThemText(sentence: String, expected: String) throws {
        #expect(try spans(sentence) == expected)
    }

    @Test(arguments: [
        ("zh-Hans", "我们**反对**贩运", "我们B(反对)贩运"), ("zh-Hans", "我们_反对_贩运", "我们E(反对)贩运"),
        ("zh-Hans", "这是**“强调”**的词", "这是B(“强调”)的词"), ("th", "เรา_ต่อต้าน_การ", "เราE(ต่อต้าน)การ"),
        ("ar", "**معًا** نحمي _الناس_.", "B(معًا) نحمي E(الناس)."), ("ar", "و**الناس**", "وB(الناس)"),
        ("ko", "_단어_를", "E(단어)를"),
    ])
    func everyScriptHasMarks(language: String, sentence: String, expected: String) throws {
        #expect(try spans(sentence, language: language) == expected)
    }

    @Test(arguments: [
        ("**{name}** joins", "B(X) joins"), ("_{name}_", "E(X)"), ("{name}_{name}", "X_X"),
        ("{n, plural, one {**#** day} other {**#** days}} left", "B(3) days left"),
        ("**{n, plural, one {one} other {_#_}}**", "BE(3)"),
        ("[[{tone, select, loud {**!**} other {.}}]]", "A(.)"),
        ("**a** {tone, select, none {_b_} other {}}", "B(a) E(b)"),
        ("https://a.example/{name}_b", "https://a.example/X_b"),
        ("_see https://a.example/a_b_", "E(see https://a.example/a_b)"),
        ("**www.a.example/*x**.", "B(www.a.example/*x)."),
    ])
    func placeholdersAndFormsKeepTheirMarks(sentence: String, expected: String) throws {
        #expect(try spans(sentence, ["name": "X", "n": "3"]) == expected)
    }

    @Test func whatPeopleTypeHasNoMarks() throws {
        #expect(
            try spans("**{name}**", ["name": "_a_ [[b]] **c** \\_"]) == #"B(_a_ [[b]] **c** \_)"#)
    }

    @Test func aValueThatRunsTheOtherWayStaysApartInsideItsMark() throws {
        let told = try spans("**{name}** انضم", ["name": "Amina"], language: "ar")
        #expect(told == "B(\u{2068}Amina\u{2069}) انضم")
    }

    @Test func anItemKeepsItsMarks() throws {
        var sketch = sketch("a")
        sketch.scene = #"""
            { "type": "frame", "children": [{ "type": "repeat", "each": [{ "text": "_a_ b" }],
              "item": { "type": "text", "fontSize": 20, "text": "{index}: {item}" } }] }
            """#
        #expect(try told(try sketch.root().children[0]) == "1: E(a) b")
    }

    @Test(arguments: [
        ("a **b", 3, #"expected "**" after this "**""#),
        ("a _b", 3, #"expected "_" after this "_""#),
        ("[[b]", 1, #"expected "]]" after this "[[""#),
        ("a b**", 4, #"expected "**" after this "**""#),
        ("a b_ c", 4, #"found "_" with no "_" before it that it closes"#),
        ("a]] b", 2, #"found "]]" with no "[[" before it that it closes"#),
        ("**a _b** c_", 7, #"expected "_" before "**", for what is marked last is closed first"#),
        ("[[a [[b]]", 5, #"expected "]]" before another "[[""#),
        ("_a _b_", 4, #"expected "_" before another "_""#),
        ("[[]]", 3, #"expected words between "[[" and "]]", found none"#),
        ("***a***", 1, "expected two asterisks around bold words, found 3 in a row"),
        ("__a__", 1, "expected one underscore around emphasized words, found 2 in a row"),
        ("**{n, plural, other {a**}}", 23, #"expected "**" after this "**""#),
        ("{n, plural, other {_a}}_", 20, #"expected "_" after this "_""#),
    ])
    func unbalancedMarksAreToldWithTheirPlace(sentence: String, at: Int, message: String) throws {
        let error = try #require(throws: CardError.self) { try spans(sentence, ["n": "1"]) }
        let found = try #require(error.diagnostics.first)
        #expect(found.code == "bad-markup")
        #expect(found.message == "\(message) (at character \(at) of the sentence)")
        #expect(found.location?.file == "words.json")
        #expect(found.location?.column == 8)
        #expect(found.path.description == "a")
        #expect(found.hint != nil)
    }

    // MARK: Looks

    private func styles(
        _ sentence: String, language: String = "en", weight: Int = 400, styles: String = "{}"
    ) throws -> [TextStyle] {
        var sketch = Sketch(
            #"{ "type": "text", "fontSize": 20, "fontWeight": \#(weight), "words": "a" }"#)
        sketch.words = #"{ "a": "\#(sentence)" }"#
        sketch.language = language
        sketch.styles = styles
        guard case .text(let paragraph, _) = try sketch.root().content else { return [] }
        return paragraph.spans.map(\.style)
    }

    @Test func withoutStylesBoldIsHeavierAndEmphasisSlantedWhereTheScriptSlants() throws {
        #expect(try styles("**a**").map(\.fontWeight) == [700])
        #expect(try styles("**a**", weight: 600).map(\.fontWeight) == [900])
        #expect(try styles("_a_").map(\.isItalic) == [true])
        let arabic = try styles("_أ_", language: "ar")
        #expect(arabic.map(\.isItalic) == [false])
        #expect(arabic.map(\.fontWeight) == [700])
    }

    @Test func stylesNamedAsTheMarksAreTheirLooks() throws {
        let named = #"""
            { "bold": { "fontWeight": 800, "color": "#102030" },
              "emphasis": { "textCase": "upper" }, "accent": { "color": "#FF0000" } }
            """#
        let found = try styles("**a _b_** [[c]]", styles: named)
        #expect(found.map(\.fontWeight) == [800, 800, 400, 400])
        #expect(found.map(\.textCase) == [.none, .upper, .none, .none])
        #expect(found[1].paint == found[0].paint)
        #expect(found[3].paint == .solid(Color(red: 1, green: 0, blue: 0)))
    }

    @Test func aTextMayNameOtherStylesOrFields() throws {
        var sketch = Sketch(
            #"""
            { "type": "text", "fontSize": 20, "text": "**a** [[b _c_]]", "spanStyles": {
                "bold": "loud", "accent": { "style": "loud", "fontWeight": 300, "relativeSize": 1.5 },
                "emphasis": { "relativeSize": 2 } } }
            """#)
        sketch.styles = #"{ "loud": { "fontWeight": 650, "letterSpacing": 0.1 } }"#
        guard case .text(let paragraph, _) = try sketch.root().content else { return }
        let styles = paragraph.spans.map(\.style)
        #expect(styles.map(\.fontWeight) == [650, 400, 300, 300])
        #expect(styles.map(\.letterSpacing) == [0.1, 0, 0.1, 0.1])
        #expect(styles.map(\.relativeSize) == [1, 1, 1.5, 3])
    }

    @Test func anAccentNeedsAStyle() throws {
        let json = #"""
            { "name": "k", "title": "K", "languages": [{ "tag": "en" }], "fonts": { "text": "Lato" } }
            """#
        let kit = try Kit.read(Array(json.utf8), file: "kit.json")
        let sketch = Sketch(#"{ "type": "text", "fontSize": 20, "text": "[[a]]" }"#)
        let error = try #require(throws: CardError.self) {
            try Template.read(Array(sketch.json.utf8), file: "sketch.json", in: kit)
        }
        #expect(error.diagnostics.map(\.code) == ["unknown-style"])
        #expect(
            error.diagnostics[0].hint
                == "add a style named accent to the kit, or give the text spanStyles")
    }

    @Test func aStyleThatGivesMoreThanWordsHaveIsRefused() throws {
        let error = try #require(throws: CardError.self) {
            try styles("**a**", styles: #"{ "bold": { "padding": 4 } }"#)
        }
        #expect(error.diagnostics.map(\.code) == ["style-does-not-fit"])
    }

    // MARK: Beside the picture

    @Test func whatStandsBesideThePictureIsPlain() throws {
        let json = #"""
            { "name": "sketch", "title": { "words": "t" }, "alt": { "words": "a" },
              "longAlt": { "text": "**{name}** b" }, "caption": { "text": "_{name}_ \\_ c" },
              "placements": ["square"], "parameters": { "name": { "type": "text" } },
              "scene": { "type": "frame", "children": [
                { "type": "qr", "text": "https://a.example/**x** _y_" }] } }
            """#
        let english = try Language(tag: "en")
        let kit = try Fixture.kit()
        let template = try Template.read(Array(json.utf8), file: "a.json", in: kit)
        let words = try WordList.read(
            Array(#"{ "t": "A **title**", "a": "[[{name}]] stays." }"#.utf8), file: "w.json",
            language: english)
        let plan = try template.plan(
            placement: Fixture.square, language: english, kit: kit, words: words)
        let scene = try plan.scene(with: ["name": "_X_"])
        #expect(scene.words.title == "A title")
        #expect(scene.words.alt == "_X_ stays.")
        #expect(scene.words.longAlt == "_X_ b")
        #expect(scene.words.caption.text == "_X_ _ c")
        guard case .qr(let code) = scene.root.children[0].content else { return }
        #expect(code.text == "https://a.example/**x** _y_")
        #expect(template.title.text(in: words) == "A title")
    }

    @Test func aSentenceOfNothingButMarksEndsInSpansOrAFault() throws {
        for piece in ["**a** ", "_a_ ", "[[a]] ", "\\_", "https://a_b ", "[", "_", "a_"] {
            let sentence = String(repeating: piece, count: 4_000 / piece.utf8.count)
            do { _ = try spans(sentence) } catch let error as CardError {
                #expect(error.diagnostics.map(\.code) == ["bad-markup"], "\(piece)")
            }
        }
    }
}
