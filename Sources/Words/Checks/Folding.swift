import BlueHeartLanguages

/// The text without case, nonspacing marks and invisible characters; digits become ASCII.
///
/// Letters and marks are decomposed first, so that both encodings of "é" are equal.
func folded(_ text: String) -> [Unicode.Scalar] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.map(lowered) }
    let units = normalized(caseFolded(Array(text.utf16)), to: .decomposed)
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(units.count)
    for (value, _) in UTF16Scalars(units) {
        if let scalar = Unicode.Scalar(value).flatMap(kept) { scalars.append(scalar) }
    }
    return scalars
}

private func lowered(_ byte: UInt8) -> Unicode.Scalar {
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    return Unicode.Scalar(isCapital ? byte | 0x20 : byte)
}

/// The folded form of a scalar without case; nil for an ignored scalar.
private func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.value < 0x80 || isIdeograph(scalar) { return scalar }
    // The Arabic tatweel; "I" is the capital of the dotless "ı" too.
    if scalar == "\u{640}" { return nil }
    if scalar == "\u{131}" { return "i" }
    let category = ScalarCategories(of: scalar)
    if !category.isDisjoint(with: .unseen) { return nil }
    return category == .decimalDigit ? digit(scalar) : scalar
}

extension ScalarCategories {
    fileprivate static let unseen: ScalarCategories = [.nonspacingMark, .enclosingMark, .format]
}

private func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard let value = scalar.properties.numericValue, (0...9).contains(value) else { return scalar }
    return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
}

/// Position of `part` in `whole`; nil if it does not occur.
///
/// - Cost: in the worst case the product of the counts; texts of a card have at most 4,096 scalars.
func position(of part: [Unicode.Scalar], in whole: [Unicode.Scalar]) -> Int? {
    guard let first = part.first, part.count <= whole.count else { return part.isEmpty ? 0 : nil }
    return (0...(whole.count - part.count)).first {
        whole[$0] == first && whole[$0...].starts(with: part)
    }
}

func contains(_ part: String, in whole: [Unicode.Scalar]) -> Bool {
    position(of: Array(part.unicodeScalars), in: whole) != nil
}

/// True for a Han character of the main block, which needs no category lookup.
@inline(__always)
func isIdeograph(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
