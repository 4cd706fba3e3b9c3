/// A position in a text file.
public struct SourceLocation: Hashable, Sendable {
    /// The file as its user named it.
    public var file: String
    /// Line number, from 1.
    public var line: Int
    /// Column in Unicode scalars, from 1.
    public var column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourceLocation: CustomStringConvertible {
    public var description: String { "\(printable(file)):\(line):\(column)" }
}

extension SourceLocation {
    /// The position of the byte at `offset` in a file; invalid UTF-8 before it counts as it is
    /// displayed, one scalar each or fewer.
    ///
    /// - Cost: scans all bytes before `offset`; for the one location of an error.
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
