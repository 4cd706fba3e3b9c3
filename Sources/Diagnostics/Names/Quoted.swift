/// Text from a file in double quotes, safe to print in a message.
///
/// Control characters, unusual spaces and direction controls are written `\u{1B}`, so that a file
/// cannot control a terminal; a long text is truncated after `limit` scalars and ends in "…".
public func quoted(_ text: String, limit: Int = 60) -> String {
    "\"" + escapedForMessage(text, limit: limit) + "\""
}

/// A name from outside, such as that of a file, as it can be printed in a message without quotes.
public func printable(_ name: String) -> String { escapedForMessage(name, limit: .max) }

/// The text that `quoted` puts between its quotes.
func escapedForMessage(_ text: String, limit: Int) -> String {
    var shown = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
        if index == limit {
            shown.append("…")
            break
        }
        if isPlain(scalar) {
            shown.append(scalar)
        } else {
            let digits = String(scalar.value, radix: 16, uppercase: true)
            shown.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
        }
    }
    return String(shown)
}

private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20...0x7E).contains(scalar.value) { return true }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    // A space that is not one to a parser looks like one to a reader.
    case .spaceSeparator: scalar == " "
    default: true
    }
}
