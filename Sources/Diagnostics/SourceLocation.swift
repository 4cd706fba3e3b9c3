/// A place in a text file a person wrote.
public struct SourceLocation: Hashable, Sendable {
    /// The file as the person named it.
    public var file: String
    /// From 1.
    public var line: Int
    /// From 1, in Unicode scalars.
    public var column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourceLocation: CustomStringConvertible {
    public var description: String { "\(file):\(line):\(column)" }
}

extension SourceLocation {
    /// The place of the byte at `offset` in a file; bytes before it that are no UTF-8 count as they
    /// would be shown, one scalar each or fewer.
    ///
    /// - Cost: goes over all bytes before `offset`; for the one place of an error.
    public init(of offset: Int, in bytes: [UInt8], file: String) {
        var (line, column) = (1, 1)
        var wasReturn = false
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && !wasReturn) {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80, byte != UInt8(ascii: "\n") {
                column += 1
            }
            wasReturn = byte == UInt8(ascii: "\r")
        }
        self.init(file: file, line: line, column: column)
    }
}
