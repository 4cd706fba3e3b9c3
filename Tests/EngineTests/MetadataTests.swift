import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartTestbench
import BlueHeartWords
import Testing

/// What other programs read out of our pictures.
@Suite struct MetadataTests {
    private let scratch: ScratchFolder
    private let kit: TinyKit

    /// The tiny kit, with a long alt text and terms.
    init() throws {
        scratch = try ScratchFolder()
        kit = try TinyKit(copiedTo: scratch)
        try scratch.change(
            "templates/tiny/greeting.json", #""caption":"#,
            #""longAlt": { "words": "greeting.longAlt" }, "caption":"#)
        try scratch.change(
            "templates/tiny/kit.json", #""rights":"#,
            #""usageTerms": { "words": "terms" }, "rights":"#)
        try scratch.change(
            "templates/tiny/words/ar.json", #""greeting": {"#,
            #""terms": "شاركوها كما هي.", "greeting": { "longAlt": "قلب أزرق كبير على خلفية بيضاء، وبجانبه: {name} تقول مرحبا.","#
        )
        try scratch.change(
            "templates/tiny/words/en.json", #""greeting": {"#,
            #""terms": "Share it as it is.", "greeting": { "longAlt": "A large blue heart on white. {name} says hello.","#
        )
    }

    private func exiftool(_ tags: [String], _ file: String) throws -> [String] {
        try Tool("/usr/bin/exiftool").run(["-s3", "-f", "-charset", "exif=UTF8"] + tags + [file])
            .text.split(separator: "\n").map { String($0) }
    }

    @Test(arguments: ImageFormat.written.filter { $0.features.contains(.metadata) })
    func exiftoolReadsEveryWord(format: ImageFormat) throws {
        let card = try kit.engine.worker().render(kit.greeting("ar", name: "أمينة", format: format))
        let words = card.record.words
        let file = try scratch.write(card.bytes, to: "card.\(format.rawValue)")
        let alternatives = [
            "XMP-iptcCore:AltTextAccessibility", "XMP-iptcCore:ExtDescrAccessibility",
            "XMP-dc:Title", "XMP-dc:Description", "XMP-dc:Rights", "XMP-xmpRights:UsageTerms",
        ]
        let expected = [
            words.alt, try #require(words.longAlt), words.title, words.caption.text, "CC BY 4.0",
            "شاركوها كما هي.",
        ]
        #expect(try exiftool(alternatives.map { "-" + $0 }, file) == expected, "x-default")
        #expect(try exiftool(alternatives.map { "-\($0)-ar" }, file) == expected)
        #expect(
            try exiftool(["-XMP-photoshop:Credit", "-XMP-dc:Language"], file)
                == ["Tiny Campaign & friends", "ar"])
        let own =
            format == .png
            ? ["-PNG:Title-ar", "-PNG:Description-ar", "-PNG:SRGBRendering"]
            : ["-EXIF:ImageDescription", "-EXIF:ColorSpace"]
        let told =
            format == .png ? [words.title, words.alt, "Perceptual"] : [words.alt, "sRGB"]
        #expect(try exiftool(own, file) == told)
    }

    /// As WordPress does: a search in the raw bytes, then XPath, first the default alternative.
    @Test(arguments: ImageFormat.written.filter { $0.features.contains(.metadata) })
    func aRawSearchFindsThePacketInEveryFormat(format: ImageFormat) throws {
        let card = try kit.engine.worker().render(kit.greeting("ar", name: "أمينة", format: format))
        let file = try scratch.write(card.bytes, to: "card.\(format.rawValue)")
        let script = """
            import sys, xml.etree.ElementTree as tree
            raw = open(sys.argv[1], "rb").read()
            start, end = raw.index(b"<x:xmpmeta"), raw.index(b"</x:xmpmeta>")
            assert raw.count(b"<x:xmpmeta") == 1
            data = {"png": b"IDAT", "jpg": b"\\xff\\xda"}.get(sys.argv[1].rsplit(".", 1)[1])
            assert data is None or end < raw.index(data)
            packet = raw[start:end + len(b"</x:xmpmeta>")]
            names = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                     "c": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"}
            for name in ["AltTextAccessibility", "ExtDescrAccessibility"]:
                way = f"rdf:RDF/rdf:Description/c:{name}/rdf:Alt/rdf:li"
                items = tree.fromstring(packet).findall(way, names)
                print([list(item.attrib.values())[0] for item in items], items[0].text)
            """
        let answer = try Tool("/usr/bin/python3").run(["-X", "utf8", "-c", script, file])
        let words = card.record.words
        let lines = [words.alt, words.longAlt ?? ""].map { "['x-default', 'ar'] \($0)\n" }
        #expect(answer.text == lines.joined())
    }

    /// What would end a string, a comment or a tag wherever text is put, and what turns text around.
    @Test(arguments: [
        "]]><b>--><!--", "\"\u{301}><i>'\u{301}&amp;", "</script><script>", "&#60;\\u003c%3C\\",
        "$(x) `y` \\\"", "<\u{338}b>", "\u{5D0}a) <b>\u{5D1} (\u{200F}c", "<?xpacket end='w'?>",
    ])
    func hostileWordsComeOutAsTheyWentIn(name: String) throws {
        let card = try kit.engine.worker().render(kit.greeting(name: name, format: .jpeg))
        let file = try scratch.write(card.bytes, to: "card.jpg")
        for sidecar in card.sidecars(besidePicture: "card.jpg") {
            try scratch.write(sidecar.bytes, to: sidecar.fileName(besidePicture: "card.jpg"))
        }
        let script = """
            import html.parser, json, re, sys, xml.etree.ElementTree as tree
            folder, wanted = sys.argv[1], sys.argv[2]
            read = lambda name: open(f"{folder}/card{name}", "rb").read()
            alts = [json.loads(read(".json"))["alt"], read(".alt.txt").decode().split("\\n")[0]]
            packet = re.search(b"<x:xmpmeta.*?</x:xmpmeta>", read(".jpg"), re.S).group(0)
            item = [e for e in tree.fromstring(packet).iter() if e.tag.endswith("AltTextAccessibility")]
            alts.append(item[0][0][0].text)
            tags = set()
            class Page(html.parser.HTMLParser):
                def handle_starttag(self, tag, attributes):
                    tags.add(tag)
                    if tag == "img": alts.append(dict(attributes)["alt"])
                def handle_comment(self, text): tags.add("comment")
            Page().feed(read(".html").decode())
            print(all(alt == wanted for alt in alts), len(alts), tags & {"b", "i", "script", "comment"})
            if any(alt != wanted for alt in alts): print(alts, wanted)
            """
        let alt = card.record.words.alt
        // A value that runs the other way is kept apart by isolates; nothing else is put to it.
        let said = alt.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }
        #expect(
            said.elementsEqual("A blue heart beside the words: \(name) says hello.".unicodeScalars))
        let answer = try Tool("/usr/bin/python3").run(
            ["-X", "utf8", "-c", script, scratch.path, alt])
        #expect(answer.text == "True 4 set()\n")
        #expect(try exiftool(["-b", "-EXIF:ImageDescription"], file) == [alt])
    }

    /// What turns text around, or is not seen, gets neither on a picture nor beside it.
    @Test(arguments: [
        "a\u{202E}b\u{202C}", "\u{2066}a", "a\u{2069}", "a\u{0}b", "a\u{1B}[31m", "a\u{85}b",
        "a\u{FEFF}",
        "a\u{2028}b",
    ])
    func whatTurnsTextAroundIsRefusedWithItsPlace(name: String) throws {
        let error = #expect(throws: CardError.self) {
            try kit.engine.worker().render(kit.greeting(name: name))
        }
        #expect(error?.kind == .data)
        #expect(error?.diagnostics.map(\.code) == ["control-character"])
        #expect(error?.diagnostics.first?.path.description == "name")
        #expect(
            error?.description.unicodeScalars.allSatisfy {
                $0 == "\n"
                    || $0.properties.generalCategory != .control
                        && $0.properties.generalCategory != .format
            } == true)
    }
}
