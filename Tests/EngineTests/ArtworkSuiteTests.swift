import BlueHeartArtwork
import BlueHeartCodecs
import BlueHeartPixels
import BlueHeartRaster
import BlueHeartTestbench
import BlueHeartTypesetting
import Testing

@testable import BlueHeartEngine

/// The test data of resvg, in the folder that `SVG_SUITE` names; disabled if it names none.
///
/// A picture passes if at most 0.2 % of its pixels differ by more than 64 of 255 in a channel and
/// at most 3 % by more than 24: edges may be smoothed in another way, shapes and colours may not
/// differ. Each file that does not pass is listed in Tests/Cases/Artwork/suite.txt with the reason.
/// With `SVG_SUITE_LIBRSVG` set librsvg draws the same files and its rate is printed beside ours.
/// The fonts of the text are expected in `fonts` beside the folder of the suite.
@Suite(.enabled(if: isSet("SVG_SUITE")))
struct ArtworkSuiteTests {
    private struct Rate {
        var count = 0
        var ours = 0
        var others = 0
    }

    /// Files that end the process of librsvg 2.54.
    private static let deadly: Set<String> = ["filters/feTile/empty-region.svg"]

    @Test func everyFilePassesOrHasAReason() throws {
        let suite = try #require(try PictureSuite(variable: "SVG_SUITE", ending: "svg"))
        let known = try Self.reasons()
        let fonts = suiteFonts(in: suite.folder + "/../fonts")
        var rates: [String: Rate] = [:]
        var (unexplained, passed): ([String], Set<String>) = ([], [])
        for item in suite.items {
            let expected = try decodeImage(item.picture()).bitmap
            let bytes = try item.document()
            let area = String(item.name.prefix { $0 != "/" })
            rates[area, default: Rate()].count += 1
            if Self.draws(bytes, expected, fonts) {
                rates[area]?.ours += 1
                passed.insert(String(item.name.dropLast(4)))
            } else if !known.contains(String(item.name.dropLast(4))) {
                unexplained.append(item.name)
            }
            if isSet("SVG_SUITE_LIBRSVG"), !Self.deadly.contains(item.name),
                Self.librsvgDraws(bytes, expected)
            {
                rates[area]?.others += 1
            }
        }
        for (area, rate) in rates.sorted(by: { $0.key < $1.key }) {
            print("\(area): \(rate.ours) of \(rate.count), librsvg \(rate.others)")
        }
        #expect(unexplained == [], "fail without a reason")
        #expect(known.intersection(passed).sorted() == [], "pass, and are listed")
    }

    private static func reasons() throws -> Set<String> {
        let lines = try CaseFile("Artwork/suite.txt").text().split(separator: "\n")
        return Set(
            lines.filter { !$0.hasPrefix("#") }.compactMap {
                $0.split(separator: "\t").first.map(String.init)
            })
    }

    private static func draws(
        _ bytes: [UInt8], _ expected: Bitmap, _ fonts: FontLibrary
    ) -> Bool {
        do {
            let (bitmap, _) = try ArtworkPainter.picture(
                of: try VectorDrawing(bytes), size: (expected.width, expected.height),
                content: "suite", fonts: fonts)
            return agree(bitmap, expected)
        } catch {
            return false
        }
    }

    private static func librsvgDraws(_ bytes: [UInt8], _ expected: Bitmap) -> Bool {
        do {
            let bitmap = try SVGDocument(bytes)
                .rasterize(width: expected.width, height: expected.height)
            return agree(bitmap, expected)
        } catch {
            return false
        }
    }

    private static func agree(_ one: Bitmap, _ other: Bitmap) -> Bool {
        var (slight, gross) = (0, 0)
        for (left, right) in zip(one.pixels, other.pixels) where left != right {
            var difference = 0
            for shift in [UInt32(0), 8, 16, 24] {
                let (own, wanted) = (Int(left >> shift & 255), Int(right >> shift & 255))
                difference = max(difference, abs(own - wanted))
            }
            if difference > 24 { slight += 1 }
            if difference > 64 { gross += 1 }
        }
        let count = one.pixels.count
        return gross * 1_000 <= 2 * count && slight * 100 <= 3 * count
    }
}

/// The fonts of the suite, under the names that its documents use.
private func suiteFonts(in folder: String) -> FontLibrary {
    func family(_ name: String, _ faces: [(file: String, weight: Int, isItalic: Bool)])
        -> FontFamily
    {
        FontFamily(
            name: name,
            faces: faces.map {
                FontDescription(
                    family: name, file: $0.file, weights: $0.weight...$0.weight,
                    isItalic: $0.isItalic)
            })
    }
    let sans = [
        (file: "NotoSans-Regular.ttf", weight: 400, isItalic: false),
        ("NotoSans-Bold.ttf", 700, false), ("NotoSans-Black.ttf", 900, false),
        ("NotoSans-Light.ttf", 300, false), ("NotoSans-Thin.ttf", 100, false),
        ("NotoSans-Italic.ttf", 400, true),
    ]
    let others = [
        ("Noto Serif", "NotoSerif-Regular.ttf"), ("serif", "NotoSerif-Regular.ttf"),
        ("Noto Mono", "NotoMono-Regular.ttf"), ("monospace", "NotoMono-Regular.ttf"),
        ("Source Sans Pro", "SourceSansPro-Regular.ttf"), ("Amiri", "Amiri-Regular.ttf"),
        ("M PLUS 1p", "MPLUS1p-Regular.ttf"), ("Yellowtail", "Yellowtail-Regular.ttf"),
        ("cursive", "Yellowtail-Regular.ttf"),
        ("Sedgwick Ave Display", "SedgwickAveDisplay-Regular.ttf"),
        ("fantasy", "SedgwickAveDisplay-Regular.ttf"),
        ("Noto Sans Devanagari", "NotoSansDevanagari-Regular.ttf"),
        ("Noto Sans Malayalam", "NotoSansMalayalam-Regular.ttf"),
    ]
    let families =
        [family("Noto Sans", sans), family("sans-serif", sans)]
        + others.map { family($0.0, [(file: $0.1, weight: 400, isItalic: false)]) }
    let fallback = FallbackRule(
        scripts: nil, languages: nil,
        families: [
            "Noto Sans", "Amiri", "M PLUS 1p", "Noto Sans Devanagari", "Noto Sans Malayalam",
        ])
    return FontLibrary(
        catalog: FontCatalog(families: families, fallback: [fallback]),
        source: MappedFonts(folder: folder))
}
