import BlueHeartDiagnostics

/// Bytes that arrive in pieces, consumed one by one or in runs; counts lines.
struct ByteStream {
    typealias Source = (_ count: Int) throws(CardError) -> [UInt8]

    /// Size of a piece; large enough that the call overhead is negligible.
    private static let pieceSize = 1 << 16

    private let source: Source
    private var piece: [UInt8] = []
    private var index = 0
    private var isAtEnd = false
    /// Bytes of earlier pieces.
    private var bytesBefore = 0

    init(_ source: @escaping Source) {
        self.source = source
    }

    /// Offset from the beginning of the file.
    var offset: Int { bytesBefore + index }

    /// The next byte without consuming it; nil at the end.
    @inline(__always)
    mutating func peek() throws(CardError) -> UInt8? {
        if index < piece.count { return piece[index] }
        return try refill() ? piece[index] : nil
    }

    /// Consumes the byte that `peek` returned.
    @inline(__always)
    mutating func advance() { index += 1 }

    /// Consumes the next byte if it is `byte`.
    mutating func take(_ byte: UInt8) throws(CardError) -> Bool {
        guard try peek() == byte else { return false }
        advance()
        return true
    }

    /// Appends the bytes up to the first for which `ends` is true, or up to the end of the piece.
    @inline(__always)
    mutating func appendRun(to bytes: inout [UInt8], until ends: (UInt8) -> Bool) {
        var end = index
        while end < piece.count, !ends(piece[end]) { end += 1 }
        bytes += piece[index..<end]
        index = end
    }

    /// The first bytes of the file, at most `count`, without consuming them; only before anything
    /// is consumed.
    mutating func head(_ count: Int) throws(CardError) -> [UInt8] {
        precondition(offset == 0 && count <= Self.pieceSize, "the head is read first")
        while piece.count < count {
            let more = try source(Self.pieceSize)
            if more.isEmpty { break }
            piece += more
        }
        return Array(piece.prefix(count))
    }

    private mutating func refill() throws(CardError) -> Bool {
        guard !isAtEnd else { return false }
        bytesBefore += piece.count
        index = 0
        piece = try source(Self.pieceSize)
        isAtEnd = piece.isEmpty
        return !isAtEnd
    }
}
