import Languages

/// Without case, marks above and below letters, and invisible characters; digits are those of ASCII.
///
/// Upper case first: it makes "ß" the "SS" of a text set in capitals. Marks are taken off after
/// letters and marks are parted, so that "é" is the same however it was typed.
func folded(_ text: String) -> [Unicode.Scalar] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.map(lowered) }
    let plain = text.uppercased().lowercased()
    let units = normalized(Array(plain.utf16), to: .decomposed)
    return String(utf16Units: units[...]).unicodeScalars.compactMap { scalar in
        if scalar.value < 0x80 || isIdeograph(scalar) { return scalar }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return nil
        case .decimalNumber: return digit(scalar)
        default: return scalar == "\u{0640}" ? nil : scalar  // the Arabic lengthening stroke
        }
    }
}

private func lowered(_ byte: UInt8) -> Unicode.Scalar {
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    return Unicode.Scalar(isCapital ? byte | 0x20 : byte)
}

private func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard let value = scalar.properties.numericValue, (0...9).contains(value) else { return scalar }
    return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
}

/// Where `part` begins in `whole`; nil where it does not occur.
///
/// - Cost: the product of the counts at worst; texts of a card have at most 4,096 scalars.
func position(of part: [Unicode.Scalar], in whole: [Unicode.Scalar]) -> Int? {
    guard let first = part.first, part.count <= whole.count else { return part.isEmpty ? 0 : nil }
    return (0...(whole.count - part.count)).first {
        whole[$0] == first && whole[$0...].starts(with: part)
    }
}

func contains(_ part: String, in whole: [Unicode.Scalar]) -> Bool {
    position(of: Array(part.unicodeScalars), in: whole) != nil
}

/// Whether it is a Han sign of the main block, which is known without asking for its category.
@inline(__always)
func isIdeograph(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
