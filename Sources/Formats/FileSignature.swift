/// Bytes by which the files of a format are known.
struct FileSignature: Sendable {
    private enum Rule {
        case runs([(offset: Int, bytes: [UInt8])])
        case xml(root: [UInt8])
    }

    private let rule: Rule

    static func bytes(_ start: [UInt8]) -> FileSignature {
        FileSignature(rule: .runs([(0, start)]))
    }

    static func text(_ start: String) -> FileSignature { bytes(Array(start.utf8)) }

    /// A text at the start, and a second one at `offset`.
    static func text(_ start: String, _ second: String, at offset: Int) -> FileSignature {
        FileSignature(rule: .runs([(0, Array(start.utf8)), (offset, Array(second.utf8))]))
    }

    /// The first box of an ISO media file, which names its brand.
    ///
    /// Source: ISO/IEC 14496-12, box `ftyp`.
    static func isoMedia(brand: String) -> FileSignature {
        FileSignature(rule: .runs([(4, Array("ftyp".utf8)), (8, Array(brand.utf8))]))
    }

    /// An element of this name in the first 4 KiB of a file that begins like XML.
    static func xml(root: String) -> FileSignature {
        FileSignature(rule: .xml(root: Array("<\(root)".utf8)))
    }

    func matches(_ bytes: [UInt8]) -> Bool {
        switch rule {
        case .runs(let runs): runs.allSatisfy { bytes.dropFirst($0.offset).starts(with: $0.bytes) }
        case .xml(let root): isXML(bytes.prefix(4_096), with: root)
        }
    }

    private func isXML(_ head: ArraySlice<UInt8>, with root: [UInt8]) -> Bool {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = head.starts(with: byteOrderMark) ? head.dropFirst(3) : head
        guard text.first(where: { !isXMLSpace($0) }) == UInt8(ascii: "<") else { return false }
        return text.indices.contains { text[$0...].starts(with: root) }
    }

    private func isXMLSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
