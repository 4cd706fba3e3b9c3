public import Words

/// A card of a drop, after it is written.
public struct WrittenCard: Sendable {
    public var record: CardRecord
    /// The number of its row, from 1; nil in a drop without rows.
    public var row: Int?
    /// The picture first, then what stands beside it.
    public var files: [WrittenFile]

    public init(record: CardRecord, row: Int?, files: [WrittenFile]) {
        self.record = record
        self.row = row
        self.files = files
    }
}

/// A file as it was written.
public struct WrittenFile: Hashable, Sendable {
    /// Relative to the drop's folder, with `/` between its parts.
    public var path: String
    public var byteCount: Int
    /// 64 lowercase hexadecimal digits.
    public var sha256: String
}
