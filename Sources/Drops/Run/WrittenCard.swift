public import BlueHeartWords

/// A written card of a drop.
public struct WrittenCard: Sendable {
    public var record: CardRecord
    /// Number of its row, from 1; nil in a drop without rows.
    public var row: Int?
    /// Value of the row's key column; nil if the drop has none.
    public var key: String?
    /// The picture first, then its sidecars.
    public var files: [WrittenFile]

    public init(record: CardRecord, row: Int?, key: String? = nil, files: [WrittenFile]) {
        self.record = record
        self.row = row
        self.key = key
        self.files = files
    }
}

/// A written file.
public struct WrittenFile: Hashable, Sendable {
    /// Path relative to the drop's folder, with `/` as the separator.
    public var path: String
    public var byteCount: Int
    /// 64 lowercase hexadecimal digits.
    public var sha256: String
}
