public import BlueHeartDiagnostics

extension Diagnostic {
    /// JSON form used in records, manifests and `--json`.
    public var json: JSONValue {
        .fields([
            ("severity", .string(severity.rawValue)),
            ("code", .string(code)),
            ("message", .string(message)),
            ("file", location.map { .string($0.file) }),
            ("line", location.map { .integer($0.line) }),
            ("column", location.map { .integer($0.column) }),
            ("path", path.isRoot ? nil : .string(path.description)),
            ("hint", hint.map { .string($0) }),
            ("area", finding?.area?.json),
            ("measured", finding?.measured?.json),
            ("kitReason", finding?.kitReason.map { .string($0) }),
        ])
    }
}

extension PictureArea {
    fileprivate var json: JSONValue {
        [
            "x": .number(rounded(x)), "y": .number(rounded(y)), "width": .number(rounded(width)),
            "height": .number(rounded(height)),
        ]
    }
}

extension Measure {
    fileprivate var json: JSONValue {
        let bound: (String, JSONValue?) =
            switch required {
            case .atLeast(let least): ("atLeast", .number(rounded(least)))
            case .atMost(let most): ("atMost", .number(rounded(most)))
            }
        return .fields([
            ("value", .number(rounded(value))), bound, ("unit", unit.isEmpty ? nil : .string(unit)),
        ])
    }
}

/// Rounded to hundredths, for readability.
private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
