import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTestbench
import BlueHeartTypesetting
import Testing

struct GoldenTests {
    @Test(arguments: sentences.filter { ["en", "sk", "ar", "zh-Hans"].contains($0.0) })
    func sentencesAreSetAsBefore(_ tag: String, _ text: String) throws {
        let wish = try paragraph(text, tag, size: 20...48) {
            $0.spans[0].style.fontFamilies = ["Lato"]
            $0.wrapping = .balance
        }
        expectGolden(try dump(try typeset(wish, width: 480, height: 200)), "sentence-\(tag)")
    }

    @Test func spansAndSignsAreSetAsBefore() throws {
        let wish = try paragraph("Wear the ") {
            $0.spans[0].style.fontFamilies = ["Lato"]
            var accent = $0.spans[0].style
            (accent.fontWeight, accent.relativeSize, accent.textCase) = (900, 1.5, .upper)
            $0.spans.append(TextSpan("blue heart", style: accent))
            $0.spans.append(TextSpan(" 💙 today and every day", style: $0.spans[0].style))
            ($0.overflow, $0.maxLines) = (.ellipsis, 2)
        }
        expectGolden(try dump(try typeset(wish, width: 420)), "spans")
    }
}

struct DeterminismTests {
    @Test func aTypesetterWithAHistorySetsTheSame() throws {
        let used = Typesetter(fonts: try projectLibrary())
        for (tag, text) in sentences.reversed() {
            _ = try used.typeset(try paragraph(text, tag, size: 10...90), width: 333, height: 200)
        }
        for (tag, text) in sentences {
            let wish = try paragraph(text, tag, size: 20...60) { $0.wrapping = .balance }
            let fresh = Typesetter(fonts: try projectLibrary())
            let first = try fresh.typeset(wish, width: 500, height: 300)
            #expect(try used.typeset(wish, width: 500, height: 300) == first)
            #expect(try used.typeset(wish, width: 500, height: 300) == first)
        }
    }

    @Test func workersSideBySideSetTheSame() async throws {
        let library = try projectLibrary()
        let wishes = try sentences.map { try paragraph($0.1, $0.0, size: 20...60) }
        let results = try await withThrowingTaskGroup(of: [TypesetText].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let typesetter = Typesetter(fonts: library)
                    return try wishes.map { try typesetter.typeset($0, width: 500, height: 300) }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.allSatisfy { $0 == results[0] })
    }
}
