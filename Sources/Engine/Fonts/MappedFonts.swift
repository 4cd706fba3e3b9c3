import BlueHeartSupport
import BlueHeartTypesetting
import Glibc

/// Memory-mapped font files: only used pages are read, once for all workers.
struct MappedFonts: FontFileSource {
    let folder: String

    func bytes(of file: String) throws(FontError) -> FontBytes {
        // Names are from fonts.json, in the folder of the files; none leads out of the folder.
        let isPlain = file.utf8.split(separator: UInt8(ascii: "/")).allSatisfy {
            !$0.elementsEqual("..".utf8)
        }
        guard isPlain else { throw FontError(file: file, reason: .missing) }
        do {
            return try OpenFile(folder + "/" + file).mapped()
        } catch {
            throw FontError(file: file, reason: reason(for: error))
        }
    }

    private func reason(for fault: FileFault) -> FontError.Reason {
        switch fault.reason {
        case .missing, .notAFolder: .missing
        default: .unreadable("it " + fault.reason.sentence)
        }
    }
}

extension OpenFile {
    /// The file as memory that is read from disk on access.
    fileprivate func mapped() throws(FileFault) -> FontBytes {
        guard byteCount > 0 else { return FontBytes([]) }
        let start = unsafe map()
        guard let start = unsafe start, unsafe start != MAP_FAILED else {
            throw FileFault(path, errno: errno)
        }
        // SAFETY: the mapping is `byteCount` bytes long, and is released with the last font.
        return unsafe FontBytes(
            unsafeMemory: UnsafeRawBufferPointer(start: start, count: byteCount)
        ) { memory in
            _ = unsafe munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
        }
    }
}
