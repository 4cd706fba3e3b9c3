import BlueHeartCodecs
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartTestbench
import Foundation
import Testing

@testable import BlueHeartServer

/// Strangers' photos, each decoded by a process of its own.
@Suite struct IsolatedPhotoDecoderTests {
    private static let size = Size(width: 64, height: 64)
    /// So small that a decoder may shrink what it decodes.
    private static let small = Size(width: 2, height: 2)

    private func bytes(_ name: String) throws -> [UInt8] {
        let path = projectFolder + "/Tests/Cases/Codecs/" + name
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    @Test(
        arguments: [
            "rgb-444.jpg", "orientation-6.jpg", "profile.jpg", "rgba-8.png", "alpha.webp",
        ], [size, small])
    func thePixelsAreThoseDecodedHere(name: String, size: Size) throws {
        let bytes = try bytes(name)
        let part = Rect(x: 5.5, y: 3, width: 20, height: 12.25)
        for part in [nil, part] {
            let apart = try decoder().crop(
                of: bytes, limits: .upload, covering: size, showing: part)
            let whole = try decodeImage(bytes, limits: .upload, covering: size).bitmap
            #expect((apart.width, apart.height) == (whole.width, whole.height))
            #expect(apart.bitmap == whole.cut(to: apart.bounds))
            #expect(apart.isWhole || part != nil)
        }
    }

    @Test func aBrokenPhotoIsToldAsItIsHere() throws {
        let bytes = Array(try bytes("rgb-444.jpg").dropLast(200))
        #expect(throws: ImageError.truncated) {
            try decoder().crop(
                of: bytes, limits: .upload, covering: Self.size, showing: nil)
        }
    }

    /// A process that dies at once, one that never answers, one that answers with what it was sent,
    /// and one that cannot be started.
    @Test(arguments: ["/bin/false", "/usr/bin/yes", "/bin/cat", "/nowhere"])
    func aProcessThatFailsIsAnErrorOfThePhoto(program: String) throws {
        let bytes = try bytes("rgb-444.jpg")
        #expect(throws: ImageError.self) {
            try decoder(program, coreSeconds: 1).crop(
                of: bytes, limits: .upload, covering: Self.size, showing: nil)
        }
    }

    /// The decoder waits for a photo that is never sent.
    @Test func aProcessThatTakesTooLongIsStopped() throws {
        let limits = DecoderLimits(dataBytes: 64 << 20, coreSeconds: 1)
        let child = try #require(DecoderProcess(serverProgram, limits))
        #expect(child.receive(upTo: 1) == nil)
        #expect(child.end() == .late)
    }

    @Test func noChannelIsAboveItsAlpha() {
        var pixels: [UInt32] = [0x281E_C809, 0xFF03_0201, 0x10FF_0511, 0x00FF_FFFF]
        lowerToAlpha(&pixels)
        #expect(pixels == [0x281E_2809, 0xFF03_0201, 0x1010_0510, 0])
    }
}

/// With all the memory that a server has for photos, and time enough on a busy machine.
func decoder(_ program: String = serverProgram, coreSeconds: Int = 60) -> IsolatedPhotoDecoder {
    IsolatedPhotoDecoder(
        program: program, memory: MemoryBudget(128 << 20), coreSeconds: coreSeconds)
}

/// Beside the test bundle.
var serverProgram: String {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appendingPathComponent("blueheart-server")
    return FileManager.default.isExecutableFile(atPath: beside.path)
        ? beside.path : projectFolder + "/.build/debug/blueheart-server"
}
