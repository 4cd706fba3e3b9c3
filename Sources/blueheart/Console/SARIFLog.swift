import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartMarkup
import BlueHeartProduct

/// Findings in the standard format for code hosts and editors.
///
/// - Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0.
struct SARIFLog {
    let diagnostics: [Diagnostic]

    var json: JSONValue {
        let run: JSONValue = [
            "tool": ["driver": driver],
            // Columns of a diagnostic are scalars.
            "columnKind": "unicodeCodePoints",
            "results": .array(diagnostics.map(result)),
        ]
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": .array([run]),
        ]
    }

    private var driver: JSONValue {
        [
            "name": "blueheart", "version": .string(Product.version),
            "rules": .array(
                CheckRule.all.map { rule in
                    [
                        "id": .string(rule.code),
                        "shortDescription": ["text": .string(rule.fault)],
                        "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
                        "properties": ["subject": .string(rule.subject.rawValue)],
                    ]
                }),
        ]
    }

    private func result(_ diagnostic: Diagnostic) -> JSONValue {
        let cure = diagnostic.hint.map { "; " + $0 } ?? ""
        return .fields([
            ("ruleId", .string(diagnostic.code)),
            (
                "ruleIndex",
                CheckRule.all.firstIndex { isSameName($0.code, diagnostic.code) }
                    .map { .integer($0) }
            ),
            ("level", .string(diagnostic.severity.rawValue)),
            ("message", ["text": .string(diagnostic.message + cure)]),
            ("locations", location(of: diagnostic).map { .array([$0]) }),
            ("properties", diagnostic.json),
        ])
    }

    private func location(of diagnostic: Diagnostic) -> JSONValue? {
        guard diagnostic.location != nil || !diagnostic.path.isRoot else { return nil }
        let way: JSONValue = ["fullyQualifiedName": .string(diagnostic.path.description)]
        return .fields([
            ("physicalLocation", diagnostic.location.map(place)),
            ("logicalLocations", diagnostic.path.isRoot ? nil : .array([way])),
        ])
    }

    private func place(_ location: SourceLocation) -> JSONValue {
        [
            "artifactLocation": ["uri": .string(uri(of: location.file))],
            "region": [
                "startLine": .integer(location.line), "startColumn": .integer(location.column),
            ],
        ]
    }

    /// Relative to the working directory, unless the file has an absolute path.
    private func uri(of file: String) -> String {
        let path = Address.path(file)
        return file.utf8.first == UInt8(ascii: "/") ? "file://" + path : path
    }
}
