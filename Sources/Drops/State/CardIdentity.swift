import BlueHeartDiagnostics
import BlueHeartRequests
import BlueHeartSupport

/// Identifies a row in every drop of a folder, whatever its position.
struct RowKey: Hashable, Sendable {
    /// Digest of the key column's value, otherwise of the row's content.
    var digest: Digest
    /// The value of the key column; nil if the drop has none.
    var text: String?
}

/// Identifies a card in every drop of a folder.
typealias CardIdentity = Digest

/// The first half of a SHA-256.
struct Digest: Hashable, Sendable {
    /// 32 hexadecimal digits.
    let digits: String

    /// A digest of texts; their number and limits count.
    init(_ texts: [String]) {
        var bytes: [UInt8] = []
        for text in texts {
            // UTF-8 has no such byte.
            bytes += text.utf8
            bytes.append(0xFF)
        }
        digits = String(sha256(of: bytes).prefix(32))
    }

    /// nil for a text that is no digest.
    init?(digits: String) {
        guard digits.utf8.count == 32, UInt64(digits.prefix(16), radix: 16) != nil else {
            return nil
        }
        self.digits = digits
    }

    /// A hash for indices, of 64 bits.
    var index: UInt64 { UInt64(digits.prefix(16), radix: 16) ?? 0 }
}

/// Gives rows their keys.
struct RowKeys {
    /// The column that identifies a row; nil: the content does.
    let column: String?
    /// Rows so far by the index of their key.
    private var counts: [UInt64: Int] = [:]

    init(column: String?) {
        self.column = column
    }

    /// The key of the next row.
    ///
    /// - Parameter isUsed: true for a column on which the cards depend.
    /// - Throws: a missing or repeated value of the key column.
    mutating func key(
        of row: Row, isUsed: (String) -> Bool
    ) throws(CardError) -> RowKey {
        guard let column else { return contentKey(of: row, isUsed: isUsed) }
        guard let value = row[column] else {
            throw fault(
                "missing-key", "the row has no value in the key column \(quoted(column))", row,
                hint: "give each row a value of its own there")
        }
        let digest = Digest(["key", value])
        guard count(digest) == 1 else {
            throw fault(
                "same-key", "another row has the key \(quoted(value)), too", row,
                hint: "give each row a value of its own in the column \(quoted(column))")
        }
        return RowKey(digest: digest, text: value)
    }

    private mutating func contentKey(of row: Row, isUsed: (String) -> Bool) -> RowKey {
        let cells = row.values.sorted.entries.filter { isUsed($0.name) }
        let digest = Digest(["content"] + cells.flatMap { [$0.name, $0.value] })
        let count = count(digest)
        return RowKey(
            digest: count == 1 ? digest : Digest([digest.digits, String(count)]), text: nil)
    }

    private mutating func count(_ digest: Digest) -> Int {
        let count = (counts[digest.index] ?? 0) + 1
        counts[digest.index] = count
        return count
    }

    private func fault(
        _ code: String, _ message: String, _ row: Row, hint: String
    ) -> CardError {
        CardError(.data, Diagnostic(code: code, message, at: row.location, hint: hint))
    }
}
