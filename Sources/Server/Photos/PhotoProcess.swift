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
    public var program: String
    public var limits: PhotoLimits

    public init(program: String = "/proc/self/exe", limits: PhotoLimits = PhotoLimits()) {
        self.program = program
        self.limits = limits
    }

    public func bitmap(
        of bytes: [UInt8], limits: ImageLimits, covering: Size
    ) throws(ImageError) -> Bitmap {
        let header = try ImageHeader.read(bytes, limits: limits)
        guard let child = PhotoChild(program, self.limits) else {
            throw .unsupported("no process can be started to decode it")
        }
        defer { child.end() }
        guard child.send(PhotoWire.question(bytes, covering: covering)),
            let answer = child.receive(limit: 24 + 4 * header.width * header.height)
        else { throw .corrupt("it takes more memory or time than a photo may") }
        return try bitmap(from: answer, header)
    }

    private func bitmap(from answer: [UInt8], _ header: ImageHeader) throws(ImageError) -> Bitmap {
        let status = PhotoWire.Status(rawValue: PhotoWire.value(of: answer.prefix(8)))
        guard answer.count >= 8, let status else {
            throw .corrupt("it takes more memory or time than a photo may")
        }
        guard status == .picture else { throw PhotoWire.error(status, answer.dropFirst(8)) }
        let broken = ImageError.corrupt("its pixels cannot be read")
        guard answer.count >= 24 else { throw broken }
        let width = PhotoWire.value(of: answer[8..<16])
        let height = PhotoWire.value(of: answer[16..<24])
        guard (1...UInt64(header.width)).contains(width),
            (1...UInt64(header.height)).contains(height),
            answer.count == 24 + 4 * Int(width) * Int(height)
        else { throw broken }
        return Bitmap(
            width: Int(width), height: Int(height), pixels: premultipliedPixels(answer[24...]))
    }
}
