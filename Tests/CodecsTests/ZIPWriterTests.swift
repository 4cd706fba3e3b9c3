import BlueHeartCodecs
import Testing

@Suite struct ZIPWriterTests {
    /// What Python's zipfile writes of the same two files, stored, with the same date and rights.
    private static let expected = [
        "504b030414000008000000002100c868843f050000000500000008000000c3a92f612e747874426c",
        "75650a504b03041400000800000000210000000000000000000000000008000000c3a92f622e7478",
        "74504b0102140314000008000000002100c868843f05000000050000000800000000000000000000",
        "00a48100000000c3a92f612e747874504b0102140314000008000000002100000000000000000000",
        "000000080000000000000000000000a4812b000000c3a92f622e747874504b050600000000020002",
        "006c000000510000000000",
    ].joined()

    @Test func anArchiveIsAsOthersWriteIt() {
        var writer = ZIPWriter()
        var bytes: [UInt8] = []
        for (name, text) in [("é/a.txt", "Blue\n"), ("é/b.txt", "")] {
            let file = Array(text.utf8)
            bytes += writer.head(of: file, named: name) + file
        }
        bytes += writer.end()
        let digits = bytes.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        #expect(digits.joined() == Self.expected)
    }

    @Test func anEmptyArchiveIsItsEnd() {
        #expect(ZIPWriter().end() == [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18))
    }
}
