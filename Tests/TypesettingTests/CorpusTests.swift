import BlueHeartDrawing
import BlueHeartLanguages
import BlueHeartTestbench
import BlueHeartTypesetting
import Foundation
import Testing

/// Articles of the Universal Declaration of Human Rights in some 300 languages, out of the PyPI
/// package gflanguages, which the set-up puts into .venv for tests.
struct CorpusTests {
    /// Nothing is lost, nothing is too wide, and what a font has not is told.
    @Test(.enabled(if: corpusFolder() != nil, "make setup installs the corpus"))
    func theDeclarationIsSetInEveryLanguageOfOurScripts() throws {
        let typesetter = Typesetter(fonts: try sharedLibrary.get())
        var (set, missing) = (0, Set<String>())
        for sample in try corpus() {
            do {
                try checkLines(of: sample, with: typesetter)
                set += 1
            } catch TypesettingError.missingGlyph(let glyph) {
                #expect(!glyph.scalars.isEmpty && glyph.fontsTried.count > 1)
                missing.insert(sample.script)
            }
        }
        #expect(set > 500)
        // Scripts without a font, and languages with letters that no font of Debian's has.
        #expect(missing.isDisjoint(with: ["Deva", "Arab", "Hans", "Thai", "Ethi", "Geor", "Armn"]))
    }

    private func checkLines(of sample: Sample, with typesetter: Typesetter) throws {
        let wish = Paragraph(
            spans: [TextSpan(sample.text, style: TextStyle(fontFamilies: ["Lato"]))],
            language: sample.language, fontSize: 20...20, overflow: .clip)
        let narrowest = try typesetter.widths(of: wish).narrowest
        let boundaries = TextAnalyzer().characterBoundaries(in: Array(sample.text.utf16))
        for width in [narrowest, narrowest + 40, 150, 300, 600] {
            let found = try typesetter.typeset(wish, width: width)
            var next = 0
            for line in found.lines {
                #expect(line.range.lowerBound == next, "\(sample.id)")
                next = line.range.upperBound
                #expect(boundaries.contains(next), "\(sample.id)")
                #expect(line.width <= max(width, narrowest) + 1e-4, "\(sample.id) \(width)")
                let drawn = line.runs.flatMap { $0.text.unicodeScalars.filter(isInk) }
                let visible = line.text.unicodeScalars.filter(isInk)
                #expect(drawn.sorted() == visible.sorted(), "\(sample.id)")
            }
            #expect(next == sample.text.utf16.count, "\(sample.id)")
        }
    }

    private func isInk(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
    }
}

private struct Sample {
    var id: String
    var script: String
    var language: Language
    var text: String
}

private func corpusFolder() -> String? {
    let files = FileManager.default
    let root = projectFolder + "/.venv/lib"
    guard let versions = try? files.contentsOfDirectory(atPath: root).sorted() else { return nil }
    return versions.map { "\(root)/\($0)/site-packages/gflanguages/data/languages" }
        .first { files.fileExists(atPath: $0) }
}

/// The article of each language's file that is about two lines long.
private func corpus() throws -> [Sample] {
    let folder = try #require(corpusFolder())
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.compactMap { name in
        let content = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        guard let range = content.range(of: "  specimen_48: \"") else { return nil }
        let text = content[range.upperBound...].prefix { $0 != "\n" }.dropLast()
        let id = String(name.prefix { $0 != "." })
        let parts = id.split(separator: "_").map(String.init)
        guard parts.count == 2, !text.contains("\\") else { return nil }
        let isRightToLeft = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"].contains(parts[1])
        let language = Language(
            tag: parts.joined(separator: "-"),
            direction: isRightToLeft ? .rightToLeft : .leftToRight)
        return Sample(id: id, script: parts[1], language: language, text: String(text))
    }
}
