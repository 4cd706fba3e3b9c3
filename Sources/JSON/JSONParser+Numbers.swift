import BlueHeartDiagnostics

extension JSONParser {
    /// Largest length of a number, in bytes.
    private static let longestNumber = 100

    /// Reads the number that begins here with a minus sign or a digit.
    mutating func number() throws(JSONFault) -> JSONNumber {
        let place = location
        let start = offset
        if next == UInt8(ascii: "-") { offset += 1 }
        try wholePart(of: start, at: place)
        if next == UInt8(ascii: ".") {
            offset += 1
            try digits("after the point")
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            offset += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
            try digits("in the exponent")
        }
        return try number(from: start, at: place)
    }

    private mutating func wholePart(of start: Int, at place: SourceLocation) throws(JSONFault) {
        let first = offset
        try digits(first == start ? "in the number" : "after the minus sign")
        guard bytes[first] != UInt8(ascii: "0") || offset == first + 1 else {
            throw fault(
                "bad-number", "expected a number without leading zeros, found one with them",
                at: place, hint: "remove the zeros in front")
        }
    }

    private mutating func digits(_ place: String) throws(JSONFault) {
        let start = offset
        while let byte = next, byte.isASCIIDigit { offset += 1 }
        guard offset > start else {
            throw fault("bad-number", "expected a digit \(place), found \(found)")
        }
    }

    private func number(
        from start: Int, at place: SourceLocation
    ) throws(JSONFault) -> JSONNumber {
        guard offset - start <= Self.longestNumber else {
            throw fault(
                "number-too-long",
                "expected a number of at most \(Self.longestNumber) characters, found one of "
                    + "\(offset - start)", at: place)
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            throw fault(
                "number-too-large", "expected a number below 1.8e308, found \(text)", at: place)
        }
        return JSONNumber(value: value, text: text)
    }
}
