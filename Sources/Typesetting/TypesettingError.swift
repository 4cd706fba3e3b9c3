import BlueHeartDiagnostics
public import BlueHeartGeometry
public import BlueHeartLanguages

/// Reason why a paragraph cannot be laid out, without a location in a file.
public enum TypesettingError: Error, Hashable, Sendable {
    case unknownFamily(name: String, nearest: String?)
    case missingGlyph(MissingGlyph)
    case doesNotFit(Misfit)
    case font(FontError)
}

/// A character that no font has.
public struct MissingGlyph: Hashable, Sendable {
    /// The scalars of the grapheme cluster.
    public var scalars: [UInt32]
    public var language: Language
    /// Families in the order in which they were tried.
    public var fontsTried: [String]
    public var spanIndex: Int
    /// Offset in UTF-16 units from the start of the span, after the change of case.
    public var offset: Int
}

/// The excess of a text that does not fit at its smallest size.
public struct Misfit: Hashable, Sendable {
    /// Smallest font size in px.
    public var smallestSize: Double
    public var needed: Size
    /// Available space; infinite without a limit.
    public var available: Size
    public var lines: Int
    public var maxLines: Int?
}

extension TypesettingError: CustomStringConvertible {
    /// One sentence with the expected and the found value.
    public var description: String {
        switch self {
        case .unknownFamily(let name, _): "unknown font family \"\(name)\""
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

/// One decimal, rounded up, so that the reported value is always sufficient.
private func rounded(_ length: Double) -> String {
    let tenths = (length * 10 - 1e-6).rounded(.up) / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
}
