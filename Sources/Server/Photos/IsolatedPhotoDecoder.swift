public import BlueHeartCodecs
public import BlueHeartEngine
public import BlueHeartGeometry
public import BlueHeartPixels
public import BlueHeartSupport
import Glibc

/// Decoder of untrusted photos in a process with limited memory and time and without files.
///
/// A crash of that process ends one request. Each photo has its own process: starting it takes 5 ms
/// of the 30 to 200 ms of a photo, and nothing of one photo is left for the next.
public struct IsolatedPhotoDecoder: PictureDecoder {
    /// Path of a program that calls `DecoderProgram.run(_:)` for its argument.
    private let program: String
    private let memory: MemoryBudget
    private let coreSeconds: Int

    public init(
        program: String = "/proc/self/exe", memory: MemoryBudget, coreSeconds: Int
    ) {
        self.program = program
        self.memory = memory
        self.coreSeconds = coreSeconds
    }

    /// Memory of the program itself and of libraries beside the pixels: up to 30 MiB for the codes of
    /// a lossless WebP.
    private static let ownBytes = 64 << 20

    public func crop(
        of bytes: [UInt8], limits: ImageLimits, covering: Size, showing: Rect?
    ) throws(ImageError) -> CroppedImage {
        let header = try ImageHeader.read(bytes, limits: limits)
        let shrinking = shrinking(header, covering: covering, limits: limits)
        let needed = bytes.count + header.decodingBytes(shrinking: shrinking)
        let whole = Rect(x: 0, y: 0, width: Double(header.width), height: Double(header.height))
        let request = DecoderProtocol.request(
            bytes.count, covering: covering, showing: showing ?? whole)
        return try memory.lend(needed) { () throws(ImageError) in
            try crop(
                of: bytes, header, request,
                DecoderLimits(dataBytes: Self.ownBytes + needed, coreSeconds: coreSeconds))
        }
    }

    /// The confinement of decoder processes on this system, asked of one.
    ///
    /// - Returns: nil if no process answers.
    public func confinement() -> Confinement? {
        let limits = DecoderLimits(dataBytes: Self.ownBytes, coreSeconds: coreSeconds)
        guard let child = DecoderProcess(program, limits) else { return nil }
        defer { child.end() }
        let point = Size(width: 0, height: 0)
        let request = DecoderProtocol.request(0, covering: point, showing: .zero)
        guard child.send(request), let answer = child.receive(upTo: 16), answer.count == 16,
            DecoderProtocol.value(of: answer[..<8]) == DecoderProtocol.Status.confinement.rawValue
        else { return nil }
        let parts = DecoderProtocol.value(of: answer[8...])
        return Confinement(rawValue: UInt32(truncatingIfNeeded: parts))
    }

    /// Decodes a photo in a process with these limits.
    func crop(
        of bytes: [UInt8], _ header: ImageHeader, _ request: [UInt8], _ limits: DecoderLimits
    ) throws(ImageError) -> CroppedImage {
        guard let child = DecoderProcess(program, limits) else {
            throw .unsupported("no decoder process can be started")
        }
        let isSent = child.send(request) && child.send(bytes)
        let answer = isSent ? DecoderAnswer(from: child, header) : nil
        let ending = child.end()
        switch answer {
        case .picture(let crop): return crop
        case .fault(let error): throw error
        case nil: throw .corrupt(ending.sentence)
        }
    }
}

/// Answer of a decoder process.
private enum DecoderAnswer {
    case picture(CroppedImage)
    case fault(ImageError)

    /// Receives an answer; nil for a malformed or incomplete one.
    init?(from child: DecoderProcess, _ header: ImageHeader) {
        guard let head = child.receive(upTo: DecoderProtocol.headLength), head.count >= 8,
            let status = DecoderProtocol.Status(rawValue: DecoderProtocol.value(of: head[..<8]))
        else { return nil }
        guard status == .picture else {
            guard let rest = child.receive(upTo: 160) else { return nil }
            self = .fault(DecoderProtocol.error(status, head[8...] + rest))
            return
        }
        guard head.count == DecoderProtocol.headLength,
            let (whole, part) = DecoderProtocol.place(head[8...], within: header),
            var pixels = child.receivePixels(count: part.area)
        else { return nil }
        lowerToAlpha(&pixels)
        let bitmap = Bitmap(width: part.width, height: part.height, pixels: pixels)
        self = .picture(CroppedImage(of: whole, at: (part.x, part.y), bitmap))
    }
}
