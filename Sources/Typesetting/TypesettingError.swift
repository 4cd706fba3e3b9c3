import Diagnostics
public import Geometry
public import Languages

/// Why a paragraph cannot be set; it carries no place in a file.
public enum TypesettingError: Error, Hashable, Sendable {
    case unknownFamily(name: String, nearest: String?)
    case missingGlyph(MissingGlyph)
    case doesNotFit(Misfit)
    case font(FontError)
}

/// A character that no font has.
public struct MissingGlyph: Hashable, Sendable {
    /// The scalars of the character as people see it.
    public var scalars: [UInt32]
    public var language: Language
    /// Families in the order in which they were tried.
    public var fontsTried: [String]
    public var spanIndex: Int
    /// In UTF-16 units from the start of the span, its case changed.
    public var offset: Int
}

/// How far a text is from fitting at its smallest size.
public struct Misfit: Hashable, Sendable {
    /// In px.
    public var smallestSize: Double
    public var needed: Size
    /// Infinite where there is no limit.
    public var available: Size
    public var lines: Int
    public var maxLines: Int?
}

extension TypesettingError: CustomStringConvertible {
    /// One sentence with what was expected and what was found.
    public var description: String {
        switch self {
        case .unknownFamily(let name, _): "no font family is named \"\(name)\""
        case .missingGlyph(let glyph): glyph.description
        case .doesNotFit(let misfit): misfit.description
        case .font(let error): error.description
        }
    }
}

extension MissingGlyph: CustomStringConvertible {
    public var description: String {
        let names = scalars.map { "U+" + paddedHex($0) }.joined(separator: " ")
        let shown = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
        return "no font has the character \"\(shown)\" (\(names)); tried "
            + fontsTried.joined(separator: ", ")
    }
}

private func paddedHex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

extension Misfit: CustomStringConvertible {
    public var description: String {
        let needs = "\(rounded(needed.width)) x \(rounded(needed.height)) px in \(counted(lines))"
        var limit = ""
        if available.width.isFinite { limit += "\(rounded(available.width)) px wide" }
        if available.height.isFinite {
            limit += (limit.isEmpty ? "" : " and ") + "\(rounded(available.height)) px high"
        }
        if let maxLines {
            limit += (limit.isEmpty ? "" : " with ") + "at most \(counted(maxLines))"
        }
        return "expected text \(limit), found that it needs \(needs) at its smallest size of "
            + "\(rounded(smallestSize)) px"
    }
}

private func counted(_ lines: Int) -> String { lines == 1 ? "1 line" : "\(lines) lines" }

/// With one decimal, rounded up, so that what is told is always enough.
private func rounded(_ length: Double) -> String {
    let tenths = (length * 10 - 1e-6).rounded(.up) / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
}
