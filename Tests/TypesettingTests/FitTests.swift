import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTypesetting
import Testing

struct FitTests {
    @Test(arguments: sentences)
    func theSizeIsTheLargestThatFits(_ tag: String, _ text: String) throws {
        let wish = try paragraph(text, tag, size: 10...200)
        let found = try typeset(wish, width: 500, height: 260)
        #expect(found.size.width <= 500 + 1e-4)
        #expect(found.size.height <= 260 + 1e-4)
        #expect(found.fontSize > 10 && found.fontSize < 200)
        let step = found.fontSize + 0.5
        #expect(throws: TypesettingError.self) {
            try typeset(try paragraph(text, tag, size: step...step), width: 500, height: 260)
        }
    }

    @Test func theNumberOfLinesLimitsTheSize() throws {
        let wish = try paragraph(headline, size: 10...200) { $0.maxLines = 2 }
        let found = try typeset(wish, width: 600)
        #expect(found.lines.count == 2)
        #expect(throws: TypesettingError.self) {
            try typeset(
                try paragraph(headline, size: (found.fontSize + 0.5)...(found.fontSize + 0.5)) {
                    $0.maxLines = 2
                }, width: 600)
        }
    }

    @Test func theLargestSizeIsTriedEvenBetweenSteps() throws {
        let found = try typeset(try paragraph("Heart", size: 10...40.3), width: 1_000)
        #expect(found.fontSize == 40.3)
    }

    @Test func whatDoesNotFitSaysHowFarOffItIs() throws {
        let wish = try paragraph("Heart\nHeart\nHeart", size: 20...40) { $0.lineHeight = 1 }
        let error = #expect(throws: TypesettingError.self) {
            try typeset(wish, width: 400, height: 50)
        }
        guard case .doesNotFit(let misfit) = error else {
            Issue.record("found \(String(describing: error))")
            return
        }
        #expect(misfit.smallestSize == 20)
        #expect(misfit.needed.height == 60)
        #expect(misfit.available.height == 50)
        #expect(misfit.lines == 3)
    }

    @Test func aWordWiderThanItsBoxDoesNotFit() throws {
        #expect(throws: TypesettingError.self) {
            try typeset(try paragraph("Donaudampfschiff"), width: 100)
        }
    }

    @Test func theNarrowestAndWidestWidthsAreThoseOfWordAndLine() throws {
        let typesetter = Typesetter(fonts: try sharedLibrary.get())
        let words = try typesetter.widths(of: try paragraph("a heart is\nblue"))
        let heart = try typeset(try paragraph("heart")).size.width
        #expect(abs(words.narrowest - heart) < 1e-9)
        #expect(abs(words.widest - (try typeset(try paragraph("a heart is"))).size.width) < 1e-9)
        let text = try typesetter.typeset(try paragraph("a heart is"), width: words.widest)
        #expect(text.lines.count == 1)
    }
}
