import BlueHeartJSON

/// Rows of named values, as text for people or JSON for scripts.
struct Table {
    let names: [String]
    /// Rows with as many values as there are names.
    let rows: [[JSONValue]]

    init(_ names: [String], _ rows: [[JSONValue]]) {
        precondition(rows.allSatisfy { $0.count == names.count }, "a row has no value for a name")
        self.names = names
        self.rows = rows
    }

    /// An array of objects.
    var json: JSONValue {
        .array(rows.map { row in .object(zip(names, row).map { JSONValue.Field($0, $1) }) })
    }

    /// One line per row, in columns; ends with a line feed.
    var text: String {
        let cells = rows.map { $0.map(shown) }
        let widths = names.indices.map { index in
            cells.map { $0[index].unicodeScalars.count }.max() ?? 0
        }
        return cells.map { row in line(row, widths) }.joined()
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in row.enumerated() {
            line += cell
            guard row[(index + 1)...].contains(where: { !$0.isEmpty }) else { break }
            let missing = widths[index] - cell.unicodeScalars.count
            line += String(repeating: " ", count: missing + 2)
        }
        return line + "\n"
    }

    private func shown(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): JSONValue.number(number).written(.compact)
        case .bool(let flag): flag ? "yes" : "no"
        case .null: ""
        case .array(let elements): elements.map(shown).joined(separator: ", ")
        case .object: value.written(.compact)
        }
    }
}
