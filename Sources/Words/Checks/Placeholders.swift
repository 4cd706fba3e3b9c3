public import BlueHeartDiagnostics
import BlueHeartRequests
import BlueHeartScenes

/// The kit's texts must not contain an unresolved `{placeholder}`.
public struct NoPlaceholderIsLeft: WordsCheck {
    private static let left = CheckRule(
        "placeholder-left", .words, .error, "Words of the kit contain an unresolved placeholder.")
    public static let rules = [left]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        WordsField.allCases.flatMap { field in
            subject.writtenText(of: field).flatMap(placeholder).map { found in
                subject.finding(
                    Self.left, in: field,
                    "expected finished words in \(field.rawValue), found the placeholder "
                        + quoted(found))
            } ?? []
        }
    }
}

/// Parameter values should not be placeholders, which another program may have left in a row.
///
/// A warning only: braces in a name are drawn literally.
public struct NoPlaceholderIsFilledIn: WordsCheck {
    private static let filledIn = CheckRule(
        "placeholder-filled-in", .words, .warning, "A parameter value looks like a placeholder.")
    public static let rules = [filledIn]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        subject.values.entries.compactMap { entry in
            placeholder(in: entry.value).map { found in
                .finding(
                    Self.filledIn,
                    "\(quoted(entry.name)) contains \(quoted(found)), which is drawn literally",
                    at: entry.source.location, path: JSONPath([.key(entry.name)]),
                    hint: "enter the intended value")
            }
        }
    }
}

/// The first `{name}` of letters, digits, dots and underscores.
private func placeholder(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return nil }
    let scalars = Array(text.unicodeScalars)
    for start in scalars.indices where scalars[start] == "{" {
        let name = scalars[(start + 1)...].prefix {
            $0.properties.isAlphabetic || $0.isASCIIDigit || $0 == "." || $0 == "_"
        }
        guard !name.isEmpty, name.endIndex < scalars.count, scalars[name.endIndex] == "}"
        else { continue }
        return String(String.UnicodeScalarView(scalars[start...name.endIndex]))
    }
    return nil
}
