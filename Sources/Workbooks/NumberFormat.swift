/// A number format of a cell, as far as it tells dates, times, percentages and decimals.
///
/// - Source: ECMA-376, "Office Open XML File Formats", part 1, sections 18.8.30 and 18.8.31.
enum NumberFormat: Hashable {
    case general
    case date, time, dateTime
    /// `suffix` is `%` or empty.
    case fixed(decimals: Int, digits: Int, isPercent: Bool)

    /// A format that every workbook has.
    init(builtIn id: Int) {
        switch id {
        case 1, 3, 37, 38: self = .fixed(decimals: 0, digits: 1, isPercent: false)
        case 2, 4, 39, 40: self = .fixed(decimals: 2, digits: 1, isPercent: false)
        case 9: self = .fixed(decimals: 0, digits: 1, isPercent: true)
        case 10: self = .fixed(decimals: 2, digits: 1, isPercent: true)
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
        case 18...21, 32...35, 45...47, 55, 56: self = .time
        case 22: self = .dateTime
        default: self = .general
        }
    }

    /// A format by its code, like `dd.mm.yyyy` or `0.0%`.
    init(code: String) {
        let letters = Self.plainLetters(code)
        let lower = String(String.UnicodeScalarView(letters)).lowercased().utf8.map { $0 }
        if String(decoding: lower, as: UTF8.self).hasPrefix("general") {
            self = .general
            return
        }
        func has(_ letter: Character) -> Bool {
            letter.asciiValue.map { lower.contains($0) } ?? false
        }
        let hasDay = has("d") || has("y")
        let hasHour = has("h") || has("s")
        if hasDay || hasHour || has("m") {
            self = hasDay && hasHour ? .dateTime : hasHour ? .time : .date
            return
        }
        let digits = lower.filter {
            $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ".")
                || $0 == UInt8(ascii: "?")
        }
        guard !digits.isEmpty, !has("e"), !has("/") else {
            self = .general
            return
        }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        // An optional decimal (#) is shown only if it is there.
        let decimals = parts.count > 1 ? parts[1].count { $0 == UInt8(ascii: "0") } : 0
        let hasOptional = parts.count > 1 && parts[1].count > decimals
        let whole = parts[0].count { $0 == UInt8(ascii: "0") }
        self =
            hasOptional && !has("%")
            ? .general : .fixed(decimals: decimals, digits: max(1, whole), isPercent: has("%"))
    }

    /// The code's first section without texts in quotes, escapes and brackets.
    private static func plainLetters(_ code: String) -> [Unicode.Scalar] {
        var plain: [Unicode.Scalar] = []
        var scalars = Array(code.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case ";": return plain
            case "\\", "_", "*": _ = scalars.popFirst()
            case "\"":
                while let next = scalars.popFirst(), next != "\"" {}
            case "[":
                var inside: [Unicode.Scalar] = []
                while let next = scalars.popFirst(), next != "]" { inside.append(next) }
                // Elapsed time: [h], [mm], [ss].
                if let first = inside.first, inside.allSatisfy({ $0 == first }),
                    ["h", "m", "s", "H", "M", "S"].contains(first)
                {
                    plain += ["h"]
                }
            default: plain.append(scalar)
            }
        }
        return plain
    }
}

extension NumberFormat {
    /// A number as this format shows it, with a point and without separators of thousands.
    ///
    /// - Parameter startsIn1904: true if day 0 of the workbook is 1904-01-01.
    func text(of number: Double, startsIn1904: Bool) -> String {
        guard number.isFinite else { return "#NUM!" }
        switch self {
        case .general: return shortNumber(number)
        case .date:
            return SerialDay(number, startsIn1904: startsIn1904)?.day ?? shortNumber(number)
        case .time:
            return SerialDay(number, startsIn1904: startsIn1904)?.elapsed ?? shortNumber(number)
        case .dateTime:
            guard let day = SerialDay(number, startsIn1904: startsIn1904) else {
                return shortNumber(number)
            }
            return day.day + " " + day.clock
        case .fixed(let decimals, let digits, let isPercent):
            return fixedNumber(
                isPercent ? number * 100 : number, decimals: decimals, digits: digits)
                + (isPercent ? "%" : "")
        }
    }
}

/// The shortest text of a number with at most 15 digits, which is what spreadsheets keep.
func shortNumber(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    let size = abs(number)
    guard size < 1e15, size >= 1e-9 else { return "\(number)" }
    var decimals = 14
    var limit = 10.0
    while limit <= size, decimals > 0 { (limit, decimals) = (limit * 10, decimals - 1) }
    var text = fixedNumber(number, decimals: min(decimals, 15), digits: 1)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
}

/// A number with so many decimals, rounded half away from zero.
private func fixedNumber(_ number: Double, decimals: Int, digits: Int) -> String {
    let decimals = min(decimals, 15)
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = abs(number) * scale
    guard scaled < 9e15 else { return "\(number)" }
    // 1.005 is 1.00499… in binary; the 15th digit decides.
    let whole = Int64((scaled * (1 + 1e-15)).rounded(.toNearestOrAwayFromZero))
    var text = String(whole)
    let count = decimals + digits
    if text.utf8.count < count {
        text = String(repeating: "0", count: count - text.utf8.count) + text
    }
    if decimals > 0 {
        text = text.dropLast(decimals) + "." + text.suffix(decimals)
    }
    return number < 0 && whole != 0 ? "-" + text : text
}
