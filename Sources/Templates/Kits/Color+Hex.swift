import BlueHeartDrawing

extension Color {
    /// `#RRGGBB` or `#RRGGBBAA`; nil for anything else.
    init?(hex text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 7 || bytes.count == 9, bytes[0] == UInt8(ascii: "#") else {
            return nil
        }
        var parts: [Double] = []
        for index in stride(from: 1, to: bytes.count, by: 2) {
            guard let high = hexDigit(bytes[index]), let low = hexDigit(bytes[index + 1]) else {
                return nil
            }
            parts.append(Double(high * 16 + low) / 255)
        }
        self.init(
            red: parts[0], green: parts[1], blue: parts[2], alpha: parts.count == 4 ? parts[3] : 1)
    }
}

private func hexDigit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) - 55
    default: nil
    }
}
