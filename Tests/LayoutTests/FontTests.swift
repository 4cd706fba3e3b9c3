import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes
import BlueHeartTestbench
import BlueHeartTypesetting
import Testing

@testable import BlueHeartLayout

/// Texts in the project's own fonts: what the boxes promise, the typesetter keeps.
@Suite struct FontTests {
    private struct Fonts: FontFileSource {
        func bytes(of file: String) throws(FontError) -> FontBytes {
            do {
                return FontBytes(try projectFile("fonts/files/" + file))
            } catch {
                throw FontError(file: file, reason: .unreadable("\(error)"))
            }
        }
    }

    private static let library = Result {
        FontLibrary(
            catalog: try FontCatalog.read(
                try projectFile("fonts/fonts.json"), file: "fonts/fonts.json"), source: Fonts())
    }

    private func card(_ root: Node, width: Int = 600, height: Int = 400) throws -> LaidOutCard {
        let typesetter = Typesetter(fonts: try Self.library.get())
        let context = LayoutContext(typesetter: typesetter, images: Pictures())
        return try layOut(scene(root, width: width, height: height), with: context)
    }

    private func text(
        _ id: String, _ text: String, _ tag: String = "en", _ box: Box = Box(),
        size: ClosedRange<Double> = 40...40, family: String = "Noto Sans",
        block: TextBlock = TextBlock()
    ) -> Node {
        let direction: TextDirection = tag == "ar" ? .rightToLeft : .leftToRight
        let paragraph = Paragraph(
            spans: [TextSpan(text, style: TextStyle(fontFamilies: [family], fontWeight: 700))],
            language: Language(tag: tag, direction: direction), fontSize: size)
        return node(id, .text(paragraph, block), box, Appearance())
    }

    @Test(arguments: [
        ("en", "Human trafficking"), ("ar", "معا ضد الاتجار بالبشر"), ("zh-Hans", "打击人口贩运"),
    ])
    func textByContentStaysOnOneLine(tag: String, words: String) throws {
        let found = try card(column(align: .start, text("t", words, tag)))
        #expect(found.texts[0].lines.count == 1)
        #expect(abs(found.texts[0].lines[0].box.width - found.texts[0].box.width) < 0.01)
    }

    @Test func textInTheMiddleIsBrokenOnlyWhereItMust() throws {
        let row = row(
            justify: .center, text("a", "Blue"), text("b", "Heart"),
            shape(nil, Box(width: .px(300), shrink: 0)))
        #expect(try card(row).texts.map(\.lines.count) == [1, 1])
    }

    @Test func shrunkTextFillsItsColumnAndStaysInside() throws {
        let words = "Every victim has a name, a face and a story that is theirs to tell."
        let found = try card(
            column(
                text("t", words, size: 10...200), shape("s", Box(height: .px(200))),
                text("u", words, size: 10...200)))
        for report in found.texts {
            #expect(report.fontSize > 15)
            #expect(report.lines.allSatisfy { $0.box.maxY <= report.box.maxY + 1 })
            #expect(report.lines.allSatisfy { $0.box.maxX <= 600.01 })
        }
        #expect(found.nodes.last?.box.maxY ?? 0 <= 400.01)
    }

    @Test func trimmedCapitalsTouchTheirBox() throws {
        let found = try card(
            column(
                text(
                    "t", "HEART", "en", Box(height: .px(100)), size: 10...300,
                    block: TextBlock(trim: .capHeight))))
        // Capitals of Noto Sans are 0.714 em; sizes go in steps of 0.5 px.
        #expect(abs(found.texts[0].fontSize - 100 / 0.714) < 1)
        #expect(found.texts[0].lines[0].baseline == 100)
    }

    @Test func whatNoFontHasIsNamedByItsCodePoint() {
        expectFault("missing-glyph", naming: "U+F8FF", in: text("t", "a\u{F8FF}"))
    }

    @Test func anUnknownFamilyIsAFault() {
        expectFault("unknown-font", naming: "Noto Sanz", in: text("t", "a", family: "Noto Sanz"))
    }

    private func expectFault(_ code: String, naming name: String, in node: Node) {
        do {
            _ = try card(column(node))
            Issue.record("nothing was thrown")
        } catch let error as CardError {
            #expect(error.diagnostics.map(\.code) == [code])
            #expect(error.description.contains(name))
            #expect(error.diagnostics[0].path.description == "t")
        } catch {
            Issue.record(error)
        }
    }
}
