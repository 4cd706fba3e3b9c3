import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartPixels
import BlueHeartTestbench
import BlueHeartTypesetting
import Testing

struct FontTests {
    @Test func anUnknownFamilyIsToldTheNearest() throws {
        let wish = try paragraph("a") { $0.spans[0].style.fontFamilies = ["Noto Sanz"] }
        let error = #expect(throws: TypesettingError.self) { try typeset(wish) }
        #expect(error == .unknownFamily(name: "Noto Sanz", nearest: "Noto Sans"))
    }

    @Test func aCharacterNoFontHasIsAnError() throws {
        let wish = try paragraph("blue ") {
            $0.spans.append(TextSpan("x\u{E000}y", style: $0.spans[0].style))
        }
        let error = #expect(throws: TypesettingError.self) { try typeset(wish) }
        guard case .missingGlyph(let glyph) = error else {
            Issue.record("found \(String(describing: error))")
            return
        }
        #expect(glyph.scalars == [0xE000] && glyph.spanIndex == 1 && glyph.offset == 1)
        #expect(glyph.fontsTried.first == "Noto Sans")
        #expect(glyph.description.contains("U+E000"))
    }

    @Test(arguments: [
        ("zh-Hans", "骨", "Noto Sans CJK SC"), ("zh-Hant", "骨", "Noto Sans CJK TC"),
        ("zh-TW", "骨", "Noto Sans CJK TC"), ("zh-HK", "骨", "Noto Sans CJK HK"),
        ("ja", "骨", "Noto Sans CJK JP"), ("ko", "骨", "Noto Sans CJK KR"),
        ("en", "骨", "Noto Sans CJK SC"), ("en", "の", "Noto Sans CJK JP"),
        ("ar", "قلب", "Noto Sans Arabic"), ("ur", "دل", "Noto Nastaliq Urdu"),
        ("en", "💙", "Noto Color Emoji"), ("en", "❤\u{FE0F}", "Noto Color Emoji"),
        ("en", "1\u{FE0F}\u{20E3}", "Noto Color Emoji"), ("en", "Ж", "Lato"),
        ("hy", "Սիրտ", "Noto Sans Armenian"), ("ka", "გული", "Noto Sans Georgian"),
        ("km", "បេះដូង", "Noto Sans Khmer"), ("my", "နှလုံး", "Noto Sans Myanmar"),
        ("ta", "இதயம்", "Noto Sans Tamil"), ("si", "හදවත", "Noto Sans Sinhala"),
        ("lo", "ຫົວໃຈ", "Noto Sans Lao"), ("bn", "হৃদয়", "Noto Sans Bengali"),
        ("dv", "ހިތް", "Noto Sans Thaana"), ("bo", "སྙིང", "Noto Serif Tibetan"),
        ("en", "→", "Lato"), ("en", "∑", "Lato"), ("en", "☎", "Noto Sans Symbols2"),
    ])
    func scriptAndLanguageChooseTheFont(
        _ tag: String, _ text: String, _ family: String
    ) throws {
        let wish = try paragraph(text, tag) { $0.spans[0].style.fontFamilies = ["Lato"] }
        let found = try typeset(wish)
        let library = try sharedLibrary.get()
        let families = Set(
            found.lines.flatMap(\.runs).compactMap {
                library.description(of: $0.font)?.family
            })
        #expect(families == [family])
    }

    @Test func spacesAndDigitsTakeTheFontOfTheirNeighbours() throws {
        let found = try typeset(
            try paragraph(sentences[2].1, "ar") {
                $0.spans[0].style.fontFamilies = ["Lato"]
            })
        let library = try sharedLibrary.get()
        let foreign = found.lines[0].runs.filter {
            library.description(of: $0.font)?.family != "Noto Sans Arabic"
        }
        #expect(foreign.map(\.text) == [")", "UNODC", "("])
    }

    @Test(arguments: [
        (100, 100), (350, 300), (400, 400), (450, 500), (550, 600), (650, 700), (800, 800),
        (1000, 900),
    ])
    func theNearestRealWeightIsTaken(_ wanted: Int, _ found: Int) throws {
        let wish = try paragraph("a") {
            ($0.spans[0].style.fontFamilies, $0.spans[0].style.fontWeight) = (["Lato"], wanted)
        }
        let run = try #require(try typeset(wish).lines.first?.runs.first)
        #expect(try sharedLibrary.get().weight(of: run.font) == found)
    }

    @Test func aVariableFontIsDrawnAtItsWeight() throws {
        func ink(_ weight: Int) throws -> (Double, Double) {
            let wish = try paragraph("I") {
                ($0.spans[0].style.fontFamilies, $0.spans[0].style.fontWeight) = (["Inter"], weight)
            }
            let text = try typeset(wish)
            let run = try #require(text.lines.first?.runs.first)
            let outline = try sharedLibrary.get().outline(of: run.glyphs[0].id, in: run.font)
            return (outline.controlBounds.width, text.size.width)
        }
        let (thin, regular, black) = (try ink(100), try ink(400), try ink(900))
        #expect(thin.0 < regular.0 * 0.7 && black.0 > regular.0 * 1.5)
        #expect(thin.1 < regular.1 && regular.1 < black.1)
    }

    @Test(arguments: [[], [0], Array("not a font at all, though long enough".utf8)])
    func aFileThatIsNoFontIsAClearError(_ bytes: [UInt8]) throws {
        let error = try errorOfFont(bytes)
        #expect(
            error
                == .font(
                    FontError(
                        file: "Broken.ttf",
                        reason: .damaged("\(bytes.count) bytes that are not a font"))))
    }

    @Test func aFontCutShortIsAClearError() throws {
        let whole = try projectFile("fonts/files/NotoSans-Bold.ttf")
        for count in [12, 300, 2_000, 20_000, whole.count / 2] {
            let error = try errorOfFont(Array(whole.prefix(count)))
            guard case .font(let fault) = error else {
                Issue.record("\(count) bytes: \(String(describing: error))")
                continue
            }
            #expect(fault.file == "Broken.ttf")
        }
    }

    @Test func aFaceThatACollectionDoesNotHaveIsAnError() throws {
        let bytes = try projectFile("fonts/files/NotoSans-Bold.ttf")
        let error = try errorOfFont(bytes, index: 3)
        #expect(
            error
                == .font(
                    FontError(
                        file: "Broken.ttf", reason: .noSuchFace(index: 3, count: 1))))
    }

    private func errorOfFont(_ bytes: [UInt8], index: Int = 0) throws -> TypesettingError? {
        let face = FontDescription(
            family: "Broken", file: "Broken.ttf", index: index, weights: 400...400)
        let library = FontLibrary(
            catalog: FontCatalog(
                families: [FontFamily(name: "Broken", faces: [face])], fallback: []),
            source: GivenBytes(content: bytes))
        let wish = try paragraph("a") { $0.spans[0].style.fontFamilies = ["Broken"] }
        do {
            _ = try Typesetter(fonts: library).typeset(wish, width: 100)
            return nil
        } catch {
            return error
        }
    }

    @Test func aHeartIsAPictureWithPlaceAndColours() throws {
        let run = try #require(try typeset(try paragraph("💙")).lines.first?.runs.first)
        let library = try sharedLibrary.get()
        let glyph = try #require(library.colorGlyph(run.glyphs[0].id, in: run.font))
        #expect(glyph.bitmap.width > 64 && !glyph.bitmap.isOpaque)
        #expect(glyph.bounds.width > 1 && glyph.bounds.width < 1.4)
        #expect(glyph.bounds.minY < -0.7 && glyph.bounds.maxY > 0)
        #expect(library.outline(of: run.glyphs[0].id, in: run.font).isEmpty)
    }

    @Test func outlinesStandOnTheBaselineWithYDown() throws {
        let run = try #require(try typeset(try paragraph("H")).lines.first?.runs.first)
        let bounds = try sharedLibrary.get().outline(of: run.glyphs[0].id, in: run.font)
            .controlBounds
        #expect(bounds.maxY == 0)
        #expect(abs(bounds.minY + 0.714) < 0.001)
    }
}
