import BlueHeartEngine
import BlueHeartLanguages
import BlueHeartSupport

/// Converts any text to a valid file or folder name for every system.
enum SafeName {
    /// Largest number of bytes of a path component, so that a sidecar's suffix still fits 255.
    static let byteLimit = 120

    /// A name that is not empty, contains no separator, is not hidden, and is in NFC.
    static func made(from text: String) -> String {
        let composed = composed(text)
        var scalars = String.UnicodeScalarView()
        for scalar in composed.unicodeScalars { scalars.append(replacement(of: scalar)) }
        let trimmed = trimmed(scalars)
        return shortened(withoutReservedStem(trimmed), of: composed)
    }

    /// The name as compared by a case-insensitive file system, which folds `ß` and `ss`, too.
    static func folded(_ name: String) -> String {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
        // Capitals have the long forms of letters; the first step is for those without, like ẞ.
        return composed(name.lowercased().uppercased().lowercased())
    }

    private static func composed(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return String(decoding: normalized(Array(text.utf16), to: .composed), as: UTF16.self)
    }

    /// The replacement of a character that is not allowed on Windows.
    ///
    /// - Source: Microsoft, "Naming Files, Paths, and Namespaces".
    private static func replacement(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "<", ">", ":", "\"", "/", "\\", "|", "?", "*": return "-"
        // Joiners of letters and emoji; words would be misspelled without them.
        case "\u{200C}", "\u{200D}": return scalar
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
            .privateUse:
            return "_"
        case .spaceSeparator: return " "
        default: return scalar
        }
    }

    /// The name without surrounding blanks and trailing dots; a leading dot, dash or tilde is
    /// replaced.
    private static func trimmed(_ scalars: String.UnicodeScalarView) -> String {
        var rest = scalars[...]
        while rest.first == " " { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "." { rest.removeLast() }
        guard let first = rest.first else { return "_" }
        guard first == "." || first == "-" || first == "~" else { return String(rest) }
        return "_" + String(rest.dropFirst())
    }

    /// Windows treats these as devices, whatever follows the dot.
    private static func withoutReservedStem(_ name: String) -> String {
        let stem = name.unicodeScalars.prefix { $0 != "." }
        guard isReserved(String(stem).uppercased()) else { return name }
        return String(stem) + "_" + String(name.unicodeScalars.dropFirst(stem.count))
    }

    private static func isReserved(_ stem: String) -> Bool {
        if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(stem) { return true }
        let scalars = Array(stem.unicodeScalars)
        guard scalars.count == 4, stem.hasPrefix("COM") || stem.hasPrefix("LPT") else {
            return false
        }
        return "0123456789¹²³".unicodeScalars.contains(scalars[3])
    }

    /// The name truncated at a character boundary; a hash of the whole makes it unique.
    private static func shortened(_ name: String, of text: String) -> String {
        guard name.utf8.count > byteLimit else { return name }
        let ending = "-" + sha256(of: Array(text.utf8)).prefix(8)
        var kept = ""
        var left = byteLimit - ending.utf8.count
        for character in name {
            left -= character.utf8.count
            guard left >= 0 else { break }
            kept.append(character)
        }
        return kept + ending
    }
}
