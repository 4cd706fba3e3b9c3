/// The table directory of a font file.
///
/// Source: OpenType specification, "Organization of an OpenType Font": TTCHeader and
/// TableDirectory.
@safe struct FontDirectory {
    private let bytes: UnsafeRawBufferPointer

    private init(_ bytes: UnsafeRawBufferPointer) {
        unsafe self.bytes = unsafe bytes
    }

    /// Description of the fault in a face's table directory; nil if all of its tables are inside
    /// the file.
    ///
    /// FreeType and HarfBuzz treat a truncated table as missing, and draw its glyphs as nothing.
    static func fault(in bytes: FontBytes, face index: Int) -> String? {
        let directory = unsafe FontDirectory(bytes.memory)
        guard let start = directory.start(ofFace: index),
            let count = directory.number(at: start + 4, bytes: 2)
        else { return "a truncated font" }
        for table in 0..<count {
            let entry = start + 12 + 16 * table
            guard let offset = directory.number(at: entry + 8, bytes: 4),
                let length = directory.number(at: entry + 12, bytes: 4),
                offset + length <= bytes.count
            else { return "a truncated font" }
        }
        return nil
    }

    private func start(ofFace index: Int) -> Int? {
        let collection = 0x7474_6366  // "ttcf"
        guard number(at: 0, bytes: 4) == collection else { return 0 }
        return number(at: 12 + 4 * index, bytes: 4)
    }

    /// A big-endian number; nil beyond the end of the file.
    private func number(at offset: Int, bytes count: Int) -> Int? {
        guard unsafe offset + count <= bytes.count else { return nil }
        // SAFETY: offset + count <= bytes.count, and offsets are sums of non-negative numbers.
        return (offset..<offset + count).reduce(0) { unsafe $0 << 8 | Int(bytes[$1]) }
    }
}
