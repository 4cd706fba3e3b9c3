import BlueHeartDiagnostics

/// Values that programs leave in cells and nobody means as text.
enum SheetResidue {
    /// Errors of formulas, in the spellings of spreadsheets.
    private static let errors = [
        "#N/A", "#N/A N/A", "#NV", "#N/D", "#NAME?", "#REF!", "#BEZUG!", "#VALUE!", "#WERT!",
        "#VALOR!", "#DIV/0!", "#NUM!", "#ZAHL!", "#NULL!", "#SPILL!", "#CALC!", "#BUSY!",
        "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA", "#ERROR!", "#####",
        "#NOM?", "#ИМЯ?", "#Н/Д", "#ЗНАЧ!", "#ССЫЛКА!", "#ДЕЛ/0!", "#REF", "#NAZWA?", "#NÁZOV?",
    ]

    /// Words for a value that is not there.
    private static let nothings = [
        "null", "(null)", "<null>", "nil", "none", "nan", "undefined", "n/a", "na()", "n.a.",
        "-", "--", "—", "\\n", "tbd", "[object object]", "#n/a",
    ]

    /// The warning for a value; nil if it can be meant.
    static func warning(
        of value: String, in column: String, at location: SourceLocation
    ) -> Diagnostic? {
        // All are short; others are not converted.
        guard value.utf8.count <= 64, let kind = kind(of: value) else { return nil }
        return Diagnostic(
            .warning, code: "cell-residue",
            "\(quoted(column)): \(quoted(value)) is \(kind), and is taken as text", at: location,
            hint: "correct the cell, or empty it")
    }

    private static func kind(of value: String) -> String? {
        if value.utf8.first == UInt8(ascii: "#"),
            errors.contains(where: { isSameName($0, value) })
                || value.utf8.allSatisfy({ $0 == UInt8(ascii: "#") }) && value.utf8.count > 2
        {
            return "an error of a spreadsheet"
        }
        if isFormula(value) { return "a formula" }
        if value.utf8.starts(with: "Err:".utf8), value.utf8.count == 7 {
            return "an error of a spreadsheet"
        }
        let lower = value.lowercased()
        return nothings.contains { isSameName($0, lower) } ? "a word for no value" : nil
    }

    /// True for `=SUM(A1)`, `=A1`, `=[1]Sheet!A1`.
    private static func isFormula(_ value: String) -> Bool {
        let bytes = Array(value.utf8)
        guard bytes.count > 2, bytes[0] == UInt8(ascii: "=") else { return false }
        let first = bytes[1]
        return first.isASCIILetter || first == UInt8(ascii: "[") || first == UInt8(ascii: "$")
    }
}
