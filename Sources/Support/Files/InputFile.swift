public import BlueHeartDiagnostics
import Glibc

/// Bytes read in pieces, from a file or from standard input; owned by one thread.
public final class InputFile {
    public let path: String
    private let descriptor: Int32
    /// State of the file when it was opened; nil for what is no regular file.
    private let stamp: String?

    /// The owner of a file: the user, or an earlier step of the program, which may write it again.
    public enum Origin: Hashable, Sendable { case user, program }

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: `-` is standard input.
    ///   - origin: a user's file is never written over by this process.
    /// - Throws: `CardError` of kind `data` if the file cannot be opened.
    public init(_ path: String, from origin: Origin = .user) throws(CardError) {
        self.path = path
        guard path != "-" else {
            descriptor = STDIN_FILENO
            stamp = Self.stamp(of: STDIN_FILENO)
            return
        }
        // SAFETY: the path is zero-terminated during the call.
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw FileFault(path, errno: errno).error(.data, "the file")
        }
        stamp = Self.stamp(of: descriptor)
        if origin == .user { InputRegister.add(path) }
    }

    /// True if the file was written to since it was opened; false for pipes.
    public var hasChanged: Bool { stamp != Self.stamp(of: descriptor) }

    private static func stamp(of descriptor: Int32) -> String? {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return "\(status.st_size).\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// The next bytes, at most `count`; empty at the end.
    public func read(upTo count: Int) throws(CardError) -> [UInt8] {
        var number: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = 0
            while true {
                // SAFETY: the buffer has `count` bytes.
                let step = unsafe Glibc.read(descriptor, buffer.baseAddress, count)
                if step < 0, errno == EINTR { continue }
                if step < 0 { number = errno } else { filled = step }
                return
            }
        }
        guard number == 0 else { throw FileFault(path, errno: number).error(.data, "the file") }
        return bytes
    }

    /// All bytes up to the end.
    ///
    /// - Throws: `file-too-large` as soon as there are more than `limit` bytes.
    public func readAll(limit: Int) throws(CardError) -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let piece = try read(upTo: 1 << 16)
            if piece.isEmpty { return all }
            all += piece
            guard all.count <= limit else {
                throw FileFault(path, .tooLarge(limit: limit)).error(.data, "the file")
            }
        }
    }
}
