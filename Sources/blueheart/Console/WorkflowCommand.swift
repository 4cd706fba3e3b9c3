import BlueHeartDiagnostics

/// A workflow command with which GitHub annotates a line of a file.
///
/// - Source: GitHub Docs, Workflow commands for GitHub Actions.
struct WorkflowCommand {
    let diagnostic: Diagnostic

    /// The command without a line break; text from users cannot end it or begin another.
    var text: String {
        let properties = properties.map { "\($0)=\(escapedProperty($1))" }.joined(separator: ",")
        return "::\(name) \(properties)::\(escaped(message))"
    }

    private var name: String {
        diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    }

    private var properties: [(String, String)] {
        let place = diagnostic.location.map { location in
            [("file", location.file), ("line", "\(location.line)"), ("col", "\(location.column)")]
        }
        return (place ?? []) + [("title", diagnostic.code)]
    }

    /// The message without the location, which the properties contain.
    private var message: String {
        var whole = diagnostic
        whole.location = nil
        return whole.description
    }

    private func escaped(_ text: String) -> String {
        replacing(text) { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: nil
            }
        }
    }

    private func escapedProperty(_ text: String) -> String {
        replacing(escaped(text)) { scalar in
            switch scalar {
            case ":": "%3A"
            case ",": "%2C"
            default: nil
            }
        }
    }

    /// Replaces scalar by scalar: a character followed by a combining mark is replaced too.
    private func replacing(
        _ text: String, _ replacement: (Unicode.Scalar) -> String?
    ) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let new = replacement(scalar) {
                scalars.append(contentsOf: new.unicodeScalars)
            } else {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
