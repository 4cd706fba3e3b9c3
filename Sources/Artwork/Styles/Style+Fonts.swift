extension Style {
    /// A font size in px; unreadable texts keep the parent's.
    func size(_ text: String, _ parent: Style) -> Double {
        let keywords: [String: Double] = [
            "xx-small": 9.6, "x-small": 12, "small": 14.4, "medium": 16, "large": 17.28,
            "x-large": 20.736, "xx-large": 24.8832, "smaller": parent.fontSize / 1.2,
            "larger": parent.fontSize * 1.2,
        ]
        if let size = keywords[text] { return size }
        guard let length = Length(text), length.value >= 0 else { return parent.fontSize }
        if length.unit == .percent { return length.value / 100 * parent.fontSize }
        let context = LengthContext(em: parent.fontSize, viewportWidth: 0, viewportHeight: 0)
        return context.resolve(length, .x)
    }

    mutating func setFont(_ property: String, _ value: String) {
        switch property {
        case "font-family": font.families = Self.families(value)
        case "font-weight": font.weight = weight(value)
        case "font-style": font.isItalic = value != "normal"
        case "letter-spacing": font.letterSpacing = Length(value) ?? .zero
        case "word-spacing": font.wordSpacing = Length(value) ?? .zero
        case "text-anchor": font.anchor = value
        case "dominant-baseline": font.baseline = value
        case "text-decoration", "text-decoration-line":
            decorations += value.words.filter { !decorations.contains($0) }
        case "baseline-shift": own.baselineShift = value
        case "alignment-baseline": own.alignmentBaseline = value
        case "writing-mode":
            font.isVertical =
                value.utf8.starts(with: "tb".utf8) || value.utf8.starts(with: "vertical".utf8)
        case "direction": font.isRightToLeft = value == "rtl"
        default: break
        }
    }

    private func weight(_ value: String) -> Int {
        switch value {
        case "normal": 400
        case "bold": 700
        case "bolder": font.weight < 400 ? 400 : font.weight < 600 ? 700 : 900
        case "lighter": font.weight < 600 ? 100 : font.weight < 800 ? 400 : 700
        default: Int(value).map { min(max($0, 1), 1000) } ?? font.weight
        }
    }

    private static func families(_ text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: ",")).map { part in
            let name = String(decoding: part, as: UTF8.self).trimmed
            let bytes = Array(name.utf8)
            let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
            guard bytes.count >= 2, quotes.contains(bytes[0]), bytes[bytes.count - 1] == bytes[0]
            else { return name }
            return String(decoding: bytes[1..<bytes.count - 1], as: UTF8.self)
        }
    }
}
