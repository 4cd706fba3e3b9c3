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

    public func crop(
        of bytes: [UInt8], limits: ImageLimits, covering: Size, showing: Rect?
    ) throws(ImageError) -> CroppedImage {
        let header = try ImageHeader.read(bytes, limits: limits)
        let shrinking = shrinking(header, covering: covering, limits: limits)
        let needed = bytes.count + header.decodingBytes(shrinking: shrinking)
        let whole = Rect(x: 0, y: 0, width: Double(header.width), height: Double(header.height))
        let question = PhotoWire.question(
            bytes.count, covering: covering, showing: showing ?? whole)
        return try memory.lend(needed) { () throws(ImageError) in
            try crop(
                of: bytes, header, question,
                PhotoLimits(dataBytes: Self.ownBytes + needed, coreSeconds: coreSeconds))
        }
    }

    /// The photo out of a process with these limits.
    func crop(
        of bytes: [UInt8], _ header: ImageHeader, _ question: [UInt8], _ limits: PhotoLimits
    ) throws(ImageError) -> CroppedImage {
        guard let child = PhotoChild(program, limits) else {
            throw .unsupported("no process can be started to decode it")
        }
        let isAsked = child.send(question) && child.send(bytes)
        let answer = isAsked ? PhotoAnswer(from: child, header) : nil
        let ending = child.end()
        switch answer {
        case .picture(let crop): return crop
        case .fault(let error): throw error
        case nil: throw .corrupt(ending.sentence)
        }
    }
}

/// What the process said of a photo.
private enum PhotoAnswer {
    case picture(CroppedImage)
    case fault(ImageError)

    /// nil where it is none, or has no end.
    init?(from child: PhotoChild, _ header: ImageHeader) {
        guard let head = child.receive(upTo: PhotoWire.headLength), head.count >= 8,
            let status = PhotoWire.Status(rawValue: PhotoWire.value(of: head[..<8]))
        else { return nil }
        guard status == .picture else {
            guard let rest = child.receive(upTo: 160) else { return nil }
            self = .fault(PhotoWire.error(status, head[8...] + rest))
            return
        }
        guard head.count == PhotoWire.headLength,
            let (whole, part) = PhotoWire.place(head[8...], within: header),
            var pixels = child.receivePixels(count: part.area)
        else { return nil }
        lowerToAlpha(&pixels)
        let bitmap = Bitmap(width: part.width, height: part.height, pixels: pixels)
        self = .picture(CroppedImage(of: whole, at: (part.x, part.y), bitmap))
    }
}
