import Testing

@testable import BlueHeartCodecs

@Suite struct QRMatrixTests {
    @Test func aShortLinkTakesTheSecondVersion() throws {
        let code = try QRMatrix.encode("https://unodc.org/blueheart", correction: .medium)
        #expect(code.size == 29)
    }

    /// 100 bytes take versions 5, 6, 8 and 10; source: ISO/IEC 18004:2015, table 7.
    @Test(arguments: zip(QRMatrix.Correction.allCases, [37, 41, 49, 57]))
    func moreCorrectionTakesMoreModules(correction: QRMatrix.Correction, size: Int) throws {
        let text = String(repeating: "x", count: 100)
        #expect(try QRMatrix.encode(text, correction: correction).size == size)
    }

    /// The three corners hold a dark ring of 7 with a light ring inside of it.
    @Test func theFinderPatternsStandInThreeCorners() throws {
        let code = try QRMatrix.encode("ľudia", correction: .high)
        for (left, top) in [(0, 0), (code.size - 7, 0), (0, code.size - 7)] {
            for step in 0..<7 {
                #expect(code.isDark(left + step, top))
                #expect(code.isDark(left, top + step))
            }
            #expect(!code.isDark(left + 1, top + 1))
            #expect(code.isDark(left + 3, top + 3))
        }
    }

    @Test func textThatIsTooLongSaysSo() {
        let text = String(repeating: "x", count: 1_274)
        #expect(throws: QRError.tooLong(bytes: 1_274, limit: 1_273)) {
            try QRMatrix.encode(text, correction: .high)
        }
        #expect(throws: Never.self) {
            try QRMatrix.encode(String(text.dropLast()), correction: .high)
        }
    }

    @Test func noTextIsAnError() {
        #expect(throws: QRError.empty) { try QRMatrix.encode("") }
    }
}
