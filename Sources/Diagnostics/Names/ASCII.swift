extension UInt8 {
    /// True for `0` to `9`.
    @inlinable
    public var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    /// True for `a` to `z` and `A` to `Z`.
    @inlinable
    public var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

    @inlinable
    public var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }

    /// True for the bytes of plain names: ASCII letters, digits, `-` and `_`.
    @inlinable
    public var isNameByte: Bool {
        isASCIILetterOrDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }

    /// True for ASCII white space: space, tab, line feed, vertical tab, form feed, return.
    @inlinable
    public var isASCIIBlank: Bool {
        self == UInt8(ascii: " ") || self &- UInt8(ascii: "\t") < 5
    }

    /// Value of a hexadecimal digit in either case; nil for another byte.
    @inlinable
    public var hexadecimalDigit: UInt8? {
        if isASCIIDigit { return self &- UInt8(ascii: "0") }
        let letter = (self | 0x20) &- UInt8(ascii: "a")
        return letter < 6 ? letter &+ 10 : nil
    }
}

extension Unicode.Scalar {
    @inlinable
    public var isASCIIDigit: Bool { value < 0x80 && UInt8(truncatingIfNeeded: value).isASCIIDigit }

    @inlinable
    public var isASCIILetter: Bool {
        value < 0x80 && UInt8(truncatingIfNeeded: value).isASCIILetter
    }

    @inlinable
    public var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }
}

extension String {
    /// True if the text shows nothing: only white space, control characters and characters without
    /// a shape, such as joiners.
    public var isBlank: Bool {
        unicodeScalars.allSatisfy { scalar in
            let properties = scalar.properties
            return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
                || properties.generalCategory == .control
        }
    }
}
