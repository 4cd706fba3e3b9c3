/// The bytes of a font file, at a fixed address for as long as a font of the file is open.
///
/// Never written; fonts of all workers read the same memory.
@safe public final class FontBytes: @unchecked Sendable {
    // Sendable: the memory is only read after `init`.
    let memory: UnsafeRawBufferPointer
    private let release: (UnsafeRawBufferPointer) -> Void

    /// Takes memory that is valid and unchanged until `release` is called, once, at the end.
    public init(
        unsafeMemory memory: UnsafeRawBufferPointer,
        release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
    ) {
        unsafe self.memory = unsafe memory
        unsafe self.release = unsafe release
    }

    /// Copies the bytes.
    public convenience init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        unsafe copy.copyBytes(from: bytes)
        unsafe self.init(unsafeMemory: UnsafeRawBufferPointer(copy)) { unsafe $0.deallocate() }
    }

    deinit { unsafe release(memory) }

    public var count: Int { unsafe memory.count }
}

/// Provides a font library with the files of its catalogue.
public protocol FontFileSource: Sendable {
    /// The bytes of a file; requested once, when its first font is needed.
    func bytes(of file: String) throws(FontError) -> FontBytes
}

/// Reason why a font cannot be used.
public struct FontError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case missing
        /// The file cannot be read; contains the system's message.
        case unreadable(String)
        /// Not a font file, or a truncated one; contains the fault.
        case damaged(String)
        case noSuchFace(index: Int, count: Int)
    }

    /// The name of the file in `fonts.json`.
    public var file: String
    public var reason: Reason

    public init(file: String, reason: Reason) {
        self.file = file
        self.reason = reason
    }
}

extension FontError: CustomStringConvertible {
    public var description: String {
        switch reason {
        case .missing: "the font file \"\(file)\" is missing"
        case .unreadable(let why): "the font file \"\(file)\" cannot be read: \(why)"
        case .damaged(let what): "expected a font in the file \"\(file)\", found \(what)"
        case .noSuchFace(let index, let count):
            "expected font \(index) in the file \"\(file)\", found \(count)"
        }
    }

    public var hint: String {
        switch reason {
        case .missing: "run make setup, which installs the fonts"
        case .unreadable: "check the permissions of the file"
        case .damaged: "run make setup, which verifies and reinstalls the fonts"
        case .noSuchFace: "count the fonts of a collection from 0"
        }
    }
}
