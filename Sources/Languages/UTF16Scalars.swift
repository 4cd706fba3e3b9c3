/// The scalars of a UTF-16 text; half a surrogate pair comes as itself.
public struct UTF16Scalars: Sequence, IteratorProtocol {
    private let units: [UInt16]
    private var offset = 0

    public init(_ units: [UInt16]) {
        self.units = units
    }

    public mutating func next() -> (value: UInt32, width: Int)? {
        guard offset < units.count else { return nil }
        let first = UInt32(units[offset])
        offset += 1
        guard first & 0xFC00 == 0xD800, offset < units.count else { return (first, 1) }
        let second = UInt32(units[offset])
        guard second & 0xFC00 == 0xDC00 else { return (first, 1) }
        offset += 1
        return (0x10000 + (first & 0x3FF) << 10 + second & 0x3FF, 2)
    }
}
