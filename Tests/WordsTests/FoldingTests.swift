import Testing

@testable import BlueHeartWords

@Suite struct FoldingTests {
    @Test func everyLetterIsTheSameInBothCases() {
        for scalar in (0...0xFFFF).compactMap({ Unicode.Scalar(UInt32($0)) }) where isOld(scalar) {
            let small = folded(String(scalar).lowercased())
            #expect(folded(String(scalar)) == small, "U+\(String(scalar.value, radix: 16))")
            #expect(folded(String(scalar).uppercased()) == small, "\(scalar)")
        }
    }

    /// Whether ICU knows the letter in both cases as the standard library does.
    private func isOld(_ scalar: Unicode.Scalar) -> Bool {
        let cases = String(scalar).uppercased() + String(scalar).lowercased()
        return scalar.properties.isCased
            && cases.unicodeScalars.allSatisfy { $0.properties.age?.major ?? 99 <= 14 }
    }

    @Test(arguments: [
        ("ẞ ß SS", "ss ss ss"), ("ISTANBUL ıstanbul İstanbul", "istanbul istanbul istanbul"),
        ("e\u{301}\u{E9}", "ee"), ("ΟΔΟΣ οδος", "οδοσ οδοσ"), ("٢٥ ２५", "25 25"),
        ("القَلْـب", "القلب"), ("a\u{200B}\u{202E}b", "ab"),
    ])
    func marksCaseAndInvisibleSignsAreTakenOff(text: String, plain: String) {
        #expect(String(String.UnicodeScalarView(folded(text))) == plain)
    }

    /// The paths for ASCII alone and for all scalars are one.
    @Test func plainLettersFoldAlikeBesideOthers() {
        let plain = String(String.UnicodeScalarView((0..<0x80).map { Unicode.Scalar(UInt8($0)) }))
        #expect(folded(plain + "\u{200B}") == folded(plain))
    }
}
