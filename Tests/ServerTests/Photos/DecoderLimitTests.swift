import BlueHeartCodecs
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartTestbench
import Foundation
import Testing

@testable import BlueHeartServer

/// What a photo may not make its decoder do, each tried.
@Suite struct DecoderLimitTests {
    private static let limits = DecoderLimits(dataBytes: 200 << 20, coreSeconds: 5)
    private static let size = Size(width: 6_300, height: 6_300)

    private func decode(_ bytes: [UInt8], _ limits: DecoderLimits) throws -> Bitmap {
        let header = try ImageHeader.read(bytes, limits: .upload)
        let whole = Rect(origin: .zero, size: Self.size)
        let request = DecoderProtocol.request(bytes.count, covering: Self.size, showing: whole)
        return try decoder().crop(of: bytes, header, request, limits).bitmap
    }

    /// 2 MB that become 300: all 40 million pixels that a photo may have, in 16 bits, interlaced.
    @Test func aPhotoThatTakesAllTheMemoryIsLetGo() throws {
        let large = emptyPNG(side: 6_300)
        #expect(large.count < ImageLimits.upload.bytes)
        let narrow = DecoderLimits(dataBytes: 64 << 20, coreSeconds: 5)
        #expect(throws: Self.letGo) { try decode(large, narrow) }
        #expect(try decode(emptyPNG(side: 63), narrow).width == 63)
    }

    private static let letGo = ImageError.corrupt(DecoderExit.killed(signal: SIGILL).sentence)

    /// What its header says is enough, and it comes as large as that allows.
    @Test func theLargestPhotoIsMadeSmaller() throws {
        let crop = try decoder().crop(
            of: emptyPNG(side: 6_300), limits: .upload, covering: Self.size, showing: nil)
        #expect(crop.width == 3_150)
    }

    /// The signal that the system sends to a process at its CPU time limit, and the one that
    /// ends those that take no notice.
    @Test(arguments: [SIGXCPU, SIGKILL])
    func whatEndsTheDecoderIsKnown(signal: Int32) throws {
        let child = try #require(DecoderProcess(serverProgram, Self.limits))
        kill(child.process, signal)
        #expect(child.receive(upTo: 1) == [])
        #expect(child.end() == .killed(signal: signal))
    }

    @Test func aPhotoThatTakesAllTheTimeOfACoreIsToldSo() {
        let sentences = [
            DecoderExit.late, .killed(signal: SIGXCPU), .killed(signal: SIGKILL),
            .exited(status: 70),
        ].map(\.sentence)
        #expect(Set(sentences).count == 3 && sentences[1].contains("CPU time"))
    }

    /// The decoder waits for its photo, and the system tells what it may have.
    @Test func noFileCanBeOpenedAndNoProcessStarted() throws {
        let decoder = try #require(DecoderProcess(serverProgram, Self.limits))
        defer { decoder.end() }
        let folder = "/proc/\(decoder.process)"
        let limits = try limits(in: folder + "/limits")
        #expect(limits["Max open files"] == "3")
        #expect(limits["Max processes"] == "0")
        #expect(limits["Max file size"] == "0")
        #expect(limits["Max core file size"] == "0")
        #expect(limits["Max cpu time"] == "5")
        #expect(limits["Max data size"] == String(200 << 20))
        #expect(limits["Max address space"] == String(712 << 20))
        let score = try String(contentsOfFile: folder + "/oom_score_adj", encoding: .utf8)
        #expect(score == "1000\n")
        let open = try FileManager.default.contentsOfDirectory(atPath: folder + "/fd")
        #expect(open.sorted() == ["0", "1", "2"])
    }

    /// By name, once the process has set the last of them.
    private func limits(in file: String) throws -> [String: String] {
        for _ in 0..<500 {
            let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            let rows = lines.dropFirst().map { line in
                (
                    line.prefix(25).trimmingCharacters(in: .whitespaces),
                    line.dropFirst(26).prefix { $0 != " " }
                )
            }
            let found = Dictionary(uniqueKeysWithValues: rows.map { ($0.0, String($0.1)) })
            if found["Max open files"] == "3" { return found }
            Thread.sleep(forTimeInterval: 0.01)
        }
        throw POSIXError(.ETIMEDOUT)
    }

    @Test func whatIsNoLimitStartsNothing() {
        for arguments in [[], ["1"], ["1", "x"], ["-1", "5"], ["1", "2", "3"]] {
            #expect(DecoderLimits(arguments: arguments) == nil, "\(arguments)")
        }
        #expect(DecoderLimits(arguments: Self.limits.arguments) == Self.limits)
    }
}

/// A PNG of 16 bits a channel, in seven passes, in which no pixel is painted.
private func emptyPNG(side: Int) -> [UInt8] {
    let passes = [(8, 8), (8, 8), (4, 8), (4, 4), (2, 4), (2, 2), (1, 2)]
    let starts = [(0, 0), (4, 0), (0, 4), (2, 0), (0, 2), (1, 0), (0, 1)]
    let count = zip(passes, starts).reduce(0) { sum, pass in
        let columns = (side - pass.1.0 + pass.0.0 - 1) / pass.0.0
        let rows = (side - pass.1.1 + pass.0.1 - 1) / pass.0.1
        return columns > 0 ? sum + rows * (1 + 8 * columns) : sum
    }
    let sides = bigEndian(side) + bigEndian(side)
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        + chunk("IHDR", sides + [16, 6, 0, 0, 1]) + chunk("IDAT", zeros(count)) + chunk("IEND", [])
}

/// So many bytes of 0 in the format of zlib: one as it is, the rest as copies of the one before.
///
/// - Source: P. Deutsch, RFC 1950 and RFC 1951.
private func zeros(_ count: Int) -> [UInt8] {
    let copies = (count - 1) / 258
    let single = count - 258 * copies
    var bits: [UInt8] = []
    bits.reserveCapacity(16 * copies)
    // A block with fixed codes: 8 bits for a byte of 0; 8 for a length of 258, 5 for a distance of 1.
    bits += [1, 1, 0]
    for _ in 0..<single { bits += [0, 0, 1, 1, 0, 0, 0, 0] }
    for _ in 0..<copies { bits += [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0] }
    bits += [UInt8](repeating: 0, count: 7)
    let bytes = stride(from: 0, to: bits.count, by: 8).map { start in
        (0..<8).reduce(UInt8(0)) { byte, place in
            start + place < bits.count ? byte | bits[start + place] << UInt8(place) : byte
        }
    }
    return [0x78, 0x01] + bytes + bigEndian((count % 65_521) << 16 | 1)
}

private func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    return bigEndian(content.count) + body + bigEndian(Int(crc32(of: body)))
}

private func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

private func crc32(of bytes: [UInt8]) -> UInt32 {
    let table = (0..<256).map(crcOfByte)
    var sum = UInt32.max
    for byte in bytes {
        let index = UInt8(truncatingIfNeeded: sum) ^ byte
        sum = table[Int(index)] ^ (sum >> 8)
    }
    return ~sum
}

private func crcOfByte(_ byte: Int) -> UInt32 {
    var value = UInt32(byte)
    for _ in 0..<8 {
        let half = value >> 1
        value = value & 1 == 1 ? half ^ 0xEDB8_8320 : half
    }
    return value
}
