import BlueHeartCodecs
import BlueHeartEngine
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartSupport
import Glibc

/// Main function of a decoder process: decodes one photo from standard input to standard output.
public enum DecoderProgram {
    /// First argument of the process.
    public static let argument = "decode-photo"

    /// - Parameter arguments: after the first, as `DecoderLimits` writes them.
    /// - Returns: exit status.
    public static func run(_ arguments: [String]) -> Int32 {
        guard let limits = DecoderLimits(arguments: arguments) else { return 64 }
        offerItself()
        guard isConfined(by: limits) else { return 70 }
        let confinement = Confinement.enter()
        guard let request = request() else { return 70 }
        guard !request.bytes.isEmpty else {
            return writeAll(DecoderProtocol.answer(confinement), to: STDOUT_FILENO) == 0 ? 0 : 74
        }
        let answer: [UInt8]
        do throws(ImageError) {
            let crop = try decodeImage(
                request.bytes, limits: .upload, covering: request.size, showing: request.part
            ).crop
            answer = DecoderProtocol.head(of: crop)
            guard writeAll(answer, to: STDOUT_FILENO) == 0 else { return 74 }
            let status = unsafe crop.bitmap.pixels.withUnsafeBytes {
                unsafe writeAll($0, to: STDOUT_FILENO)
            }
            return status == 0 ? 0 : 74
        } catch {
            answer = DecoderProtocol.answer(error)
        }
        return writeAll(answer, to: STDOUT_FILENO) == 0 ? 0 : 74
    }

    /// Makes the kernel kill this process before others when memory runs out, where `/proc` exists.
    private static func offerItself() {
        let file = unsafe open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        _ = writeAll(Array("1000".utf8), to: file)
        close(file)
    }

    /// Limits memory, time, files and child processes.
    static func isConfined(by photo: DecoderLimits) -> Bool {
        // The server opens its files with close-on-exec; others may have been inherited by it.
        for descriptor: Int32 in 3..<4_096 { close(descriptor) }
        // Glibc's module has no name for RLIMIT_NPROC.
        let processes = __rlimit_resource(rawValue: 6)
        let limits: [(__rlimit_resource, Int)] = [
            (RLIMIT_DATA, photo.dataBytes), (RLIMIT_AS, photo.addressBytes),
            (RLIMIT_CPU, photo.coreSeconds), (RLIMIT_FSIZE, 0), (RLIMIT_CORE, 0),
            (processes, 0), (RLIMIT_NOFILE, 3),
        ]
        return limits.allSatisfy { resource, value in
            // SIGXCPU tells the server the reason; SIGKILL follows a second later.
            let most = resource == RLIMIT_CPU ? value + 1 : value
            var limit = rlimit(rlim_cur: UInt(value), rlim_max: UInt(most))
            return unsafe setrlimit(Int32(resource.rawValue), &limit) == 0
        }
    }

    private static func request() -> (bytes: [UInt8], size: Size, part: Rect)? {
        guard let head = read(DecoderProtocol.requestLength) else { return nil }
        let numbers = (0..<7).map { DecoderProtocol.value(of: head[(8 * $0)..<(8 * $0 + 8)]) }
        guard numbers[6] <= UInt64(ImageLimits.upload.bytes), let bytes = read(Int(numbers[6]))
        else { return nil }
        let sides = numbers.map { Double($0) }
        return (
            bytes, Size(width: sides[0], height: sides[1]),
            Rect(minX: sides[2], minY: sides[3], maxX: sides[4], maxY: sides[5])
        )
    }

    private static func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            // SAFETY: at most the bytes that are left of the array are written, from `filled` on.
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(
                    STDIN_FILENO, buffer.baseAddress.map { unsafe $0 + filled }, count - filled)
            }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }
}
