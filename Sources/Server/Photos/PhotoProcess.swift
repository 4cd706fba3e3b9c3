public import Codecs
public import Engine
public import Geometry
import Glibc
public import Pixels

/// Decodes a stranger's photo in a process of its own, which has little memory, time and no files.
///
/// What a photo does to that process ends one request. One process for one photo: starting it
/// takes 5 ms of the 30 to 200 that a photo takes, and none inherits what another has left.
public struct PhotoProcess: PictureDecoder {
    /// A program that calls `PhotoDecoding.run(_:)` when its argument says so.
    private let program: String
    private let memory: PhotoMemory
    private let coreSeconds: Int

    public init(
        program: String = "/proc/self/exe", memory: PhotoMemory, coreSeconds: Int
    ) {
        self.program = program
        self.memory = memory
        self.coreSeconds = coreSeconds
    }

    /// What the program writes to before it has a photo, and what libraries take beside the pixels:
    /// the codes of a WebP without losses up to 30 MiB.
    private static let ownBytes = 64 << 20

    public func bitmap(
        of bytes: [UInt8], limits: ImageLimits, covering: Size
    ) throws(ImageError) -> Bitmap {
        let header = try ImageHeader.read(bytes, limits: limits)
        let shrinking = shrinking(header, covering: covering, limits: limits)
        let needed = bytes.count + header.decodingBytes(shrinking: shrinking)
        return try memory.lend(needed) { () throws(ImageError) in
            try bitmap(
                of: bytes, header, covering,
                PhotoLimits(dataBytes: Self.ownBytes + needed, coreSeconds: coreSeconds))
        }
    }

    /// The photo out of a process with these limits.
    func bitmap(
        of bytes: [UInt8], _ header: ImageHeader, _ covering: Size, _ limits: PhotoLimits
    ) throws(ImageError) -> Bitmap {
        guard let child = PhotoChild(program, limits) else {
            throw .unsupported("no process can be started to decode it")
        }
        let isAsked =
            child.send(PhotoWire.question(bytes.count, covering: covering)) && child.send(bytes)
        let answer = isAsked ? PhotoAnswer(from: child, header) : nil
        let ending = child.end()
        switch answer {
        case .picture(let bitmap): return bitmap
        case .fault(let error): throw error
        case nil: throw .corrupt(ending.sentence)
        }
    }
}

/// What the process said of a photo.
private enum PhotoAnswer {
    case picture(Bitmap)
    case fault(ImageError)

    /// nil where it is none, or has no end.
    init?(from child: PhotoChild, _ header: ImageHeader) {
        guard let head = child.receive(upTo: 24), head.count >= 8,
            let status = PhotoWire.Status(rawValue: PhotoWire.value(of: head[..<8]))
        else { return nil }
        guard status == .picture else {
            guard let rest = child.receive(upTo: 160) else { return nil }
            self = .fault(PhotoWire.error(status, head[8...] + rest))
            return
        }
        guard head.count == 24 else { return nil }
        let width = PhotoWire.value(of: head[8..<16])
        let height = PhotoWire.value(of: head[16..<24])
        guard (1...UInt64(header.width)).contains(width),
            (1...UInt64(header.height)).contains(height),
            var pixels = child.receivePixels(count: Int(width) * Int(height))
        else { return nil }
        lowerToAlpha(&pixels)
        self = .picture(Bitmap(width: Int(width), height: Int(height), pixels: pixels))
    }
}
