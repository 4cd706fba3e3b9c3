import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartRequests

/// A row as a test reads it: `name=Amina|country=SK`, or `! code line` where it is at fault.
func shownRows(_ text: String, _ format: RowFormat? = .csv) throws -> [String] {
    try shownRows(Array(text.utf8), format)
}

func shownRows(_ bytes: [UInt8], _ format: RowFormat? = .csv) throws -> [String] {
    var reader = try RowReader(bytes, file: "rows", format: format)
    var shown: [String] = []
    while let outcome = reader.next() {
        switch outcome {
        case .row(let row):
            shown.append(row.values.entries.map { "\($0.name)=\($0.value)" }.joined(separator: "|"))
        case .fault(_, let error): shown.append("! " + codesAndLines(error))
        }
    }
    return shown
}

/// Why rows cannot be read at all.
func openingFault(_ bytes: [UInt8], _ format: RowFormat? = .csv) -> String {
    do throws(CardError) {
        _ = try RowReader(bytes, file: "rows", format: format)
        return "none"
    } catch {
        return codesAndLines(error)
    }
}

func codesAndLines(_ error: CardError) -> String {
    error.diagnostics.map { "\($0.code) \($0.location?.line ?? 0)" }.joined(separator: ", ")
}
