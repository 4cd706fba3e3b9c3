import BlueHeartDiagnostics
import Testing

@Suite struct NameHintTests {
    @Test func theNearestNameIsProposed() {
        #expect(didYouMean("sqare", among: ["og", "square"]) == "did you mean \"square\"?")
        #expect(didYouMean("nam", among: ["name"]) { "{\($0)}" } == "did you mean {name}?")
        #expect(didYouMean(nearest: "name") == "did you mean \"name\"?")
        #expect(didYouMean("zebra", among: ["og", "square"]) == nil)
    }

    @Test func knownNamesAreListedWhenNoneIsNear() {
        #expect(nameHint(for: "sqare", among: ["og", "square"]) == "did you mean \"square\"?")
        #expect(nameHint(for: "zebra", among: ["og", "square"]) == "choose one of og, square")
        #expect(nameHint(for: "zebra", among: []) == nil)
    }

    @Test func atMostThirtyNamesAreListed() {
        let names = (10..<41).map { "name-\($0)" }
        let hint = nameHint(for: "zebra", among: names)
        #expect(hint?.hasSuffix("name-39, …") == true)
        #expect(nameHint(for: "zebra", among: names.dropLast())?.hasSuffix("name-39") == true)
    }
}

@Suite struct ASCIITests {
    @Test func theClassesOfAllBytesAreExact() {
        for byte in UInt8.min...UInt8.max {
            let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            let isDigit = (0x30...0x39).contains(byte)
            #expect(byte.isASCIILetter == isLetter)
            #expect(byte.isASCIIDigit == isDigit)
            #expect(byte.isASCIILetterOrDigit == (isLetter || isDigit))
            #expect(byte.isNameByte == (isLetter || isDigit || byte == 0x2D || byte == 0x5F))
            #expect(byte.isASCIIBlank == [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20].contains(byte))
            let value = byte < 0x80 ? Character(Unicode.Scalar(byte)).hexDigitValue : nil
            #expect(byte.hexadecimalDigit.map(Int.init) == value)
        }
    }

    @Test func scalarsBeyondASCIIAreInNoClass() {
        for value: UInt32 in [0x130, 0x141, 0x660, 0xFF10, 0x1_0030, 0x1_0041] {
            let scalar = Unicode.Scalar(value)
            #expect(scalar.map { $0.isASCIILetterOrDigit } == false)
        }
        #expect(("7" as Unicode.Scalar).isASCIIDigit && ("z" as Unicode.Scalar).isASCIILetter)
    }

    /// U+3164 is a letter without a shape; U+0600 is a format character with one.
    @Test(arguments: [
        ("", true), (" \t\n", true), ("\u{200D}\u{2060}\u{FEFF}", true), ("\u{3164}", true),
        ("\u{1}", true), ("\u{600}", false), (" a ", false), ("\u{301}", false),
    ])
    func aTextIsBlankIfItShowsNothing(text: String, isBlank: Bool) {
        #expect(text.isBlank == isBlank)
    }
}
