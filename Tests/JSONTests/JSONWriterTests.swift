import BlueHeartDiagnostics
import BlueHeartJSON
import Testing

@Suite struct JSONWriterTests {
    private let card: JSONValue = [
        "file": "a.png", "size": [1080, 0.5], "empty": [:], "none": [], "alt": nil, "ok": true,
    ]

    @Test func prettyTextHasALineForEachElement() {
        #expect(
            card.written() == """
                {
                  "file": "a.png",
                  "size": [
                    1080,
                    0.5
                  ],
                  "empty": {},
                  "none": [],
                  "alt": null,
                  "ok": true
                }

                """)
    }

    @Test func compactTextHasNoBlanks() {
        #expect(
            card.written(.compact)
                == #"{"file":"a.png","size":[1080,0.5],"empty":{},"none":[],"alt":null,"ok":true}"#)
    }

    @Test(arguments: [
        ("\"", #""\"""#), ("\\", #""\\""#), ("\n\r\t", #""\n\r\t""#),
        ("\u{1}\u{7F}", #""\u0001\u007f""#),
        ("\"\u{301}", "\"\\\"\u{301}\""), ("💙é", #""💙é""#),
        ("\u{2028}\u{2029}", #""\u2028\u2029""#),
        ("\u{2027}\u{202A}\u{A8}", "\"\u{2027}\u{202A}\u{A8}\""), ("</script>", #""</script>""#),
    ])
    func textIsEscapedByItsBytes(text: String, written: String) {
        #expect(Array(JSONValue.string(text).written(.compact).utf8) == Array(written.utf8))
    }

    @Test(arguments: [
        (0.1, "0.1"), (5, "5"), (-0.0, "0"), (1e-7, "1e-07"), (1e21, "1e+21"), (123.456, "123.456"),
    ])
    func numbersAreShortAndReadBack(number: Double, written: String) throws {
        let text = JSONValue.number(number).written(.compact)
        #expect(text == written)
        let node = try JSONDocument.read(Array(text.utf8), file: "a")
        #expect(try node.number(at: .init(), in: -1e30...1e30) == number)
    }

    @Test func everyScalarComesBack() throws {
        var text = String.UnicodeScalarView()
        for value in 0..<0x3000 {
            text.append(contentsOf: Unicode.Scalar(value).map { [$0] } ?? [])
        }
        text.append("\u{1F499}")
        let written = JSONValue.string(String(text)).written()
        let node = try JSONDocument.read(Array(written.utf8), file: "a")
        #expect(try Array(node.string(at: .init()).utf8) == Array(String(text).utf8))
    }

    @Test func pieceByPieceIsTheSameAsAtOnce() {
        var writer = JSONWriter(.pretty)
        writer.beginObject()
        writer.write("file", "a.png")
        writer.name("size")
        writer.beginArray()
        writer.write(1080)
        writer.write(0.5)
        writer.end()
        writer.write("empty", [:])
        writer.write("none", [])
        writer.write("alt", nil)
        writer.write("ok", true)
        writer.end()
        #expect(String(decoding: writer.finish(), as: UTF8.self) == card.written())
    }

    @Test func fieldsWithoutAValueAreLeftOut() {
        #expect(JSONValue.fields([("a", 1), ("b", nil), ("c", .null)]) == ["a": 1, "c": nil])
    }
}
