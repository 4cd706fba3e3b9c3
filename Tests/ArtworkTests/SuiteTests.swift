import Codecs
import Pixels
import Raster
import Testbench
import Testing

@testable import Artwork

/// The test data of resvg, in the folder that `SVG_SUITE` names; passed over where it names none.
///
/// A picture passes if at most 0.2 % of its pixels differ by more than 64 of 255 in a channel and
/// at most 3 % by more than 24: edges may be smoothed in another way, shapes and colours may not
/// differ. Each file that does not pass stands in Tests/Cases/Artwork/suite.txt with the reason.
/// With `SVG_SUITE_LIBRSVG` set librsvg draws the same files and its rate stands beside ours.
@Suite(.enabled(if: isSet("SVG_SUITE")))
struct SuiteTests {
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
        var rates: [String: Rate] = [:]
        var unexplained: [String] = []
        for item in suite.items {
            let name = item.name
            let expected = try decodeImage(item.picture()).bitmap
            let bytes = try item.document()
            let area = String(name.prefix { $0 != "/" })
            let passes = Self.draws(bytes, expected)
            rates[area, default: Rate()].count += 1
            if passes { rates[area]?.ours += 1 }
            if !passes, !known.contains(where: { Self.fits(name, $0) }) { unexplained.append(name) }
            if isSet("SVG_SUITE_LIBRSVG"), !Self.deadly.contains(name),
                Self.librsvgDraws(bytes, expected)
            {
                rates[area]?.others += 1
            }
        }
        for (area, rate) in rates.sorted(by: { $0.key < $1.key }) {
            print("\(area): \(rate.ours) of \(rate.count), librsvg \(rate.others)")
        }
        #expect(unexplained.isEmpty, "without a reason: \(unexplained.joined(separator: "\n"))")
    }

    /// Names with `*` for any end.
    private static func reasons() throws -> [String] {
        let text = try CaseFile("Artwork/suite.txt").text()
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
            $0.split(separator: "\t").first.map(String.init)
        }
    }

    private static func fits(_ name: String, _ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern + ".svg"
    }

    private static func draws(_ bytes: [UInt8], _ expected: Bitmap) -> Bool {
        guard
            let painted = try? Painted(
                bytes: bytes, width: expected.width, height: expected.height)
        else { return false }
        return agree(painted.bitmap, expected)
    }

    private static func librsvgDraws(_ bytes: [UInt8], _ expected: Bitmap) -> Bool {
        guard
            let bitmap = try? SVGDocument(bytes)
                .rasterize(width: expected.width, height: expected.height)
        else { return false }
        return agree(bitmap, expected)
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
