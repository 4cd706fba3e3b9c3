import CBlueHeartZip

/// The files in a workbook, which is a ZIP archive, read through libzip.
@safe final class BookArchive {
    /// Largest number of files.
    private static let fileLimit = 10_000

    private let archive: OpaquePointer
    /// libzip reads from it as long as the archive is open.
    private let memory: UnsafeMutableRawBufferPointer
    private var bytesLeft: Int

    /// Opens an archive.
    ///
    /// - Parameter limit: of the unpacked bytes of all files that are read.
    init(_ bytes: [UInt8], limit: Int) throws(WorkbookFault) {
        bytesLeft = limit
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        unsafe memory.copyBytes(from: bytes)
        // SAFETY: the memory lives until `deinit`, after the archive is closed.
        guard
            let source = unsafe zip_source_buffer_create(
                memory.baseAddress, zip_uint64_t(bytes.count), 0, nil)
        else {
            unsafe memory.deallocate()
            throw .damaged
        }
        guard let archive = unsafe zip_open_from_source(source, Int32(ZIP_RDONLY), nil) else {
            unsafe zip_source_free(source)
            unsafe memory.deallocate()
            throw .damaged
        }
        unsafe self.archive = archive
        unsafe self.memory = memory
        guard unsafe zip_get_num_entries(archive, 0) <= Self.fileLimit else {
            throw .tooLarge("\(Self.fileLimit) files")
        }
    }

    deinit {
        unsafe zip_discard(archive)
        unsafe memory.deallocate()
    }

    /// The content of a file; nil if there is none of this name.
    ///
    /// - Throws: `tooLarge` before more than the limit is unpacked; `locked` for encrypted files.
    func file(_ name: String) throws(WorkbookFault) -> [UInt8]? {
        let index = unsafe zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
        guard index >= 0 else { return nil }
        var status = unsafe zip_stat_t()
        unsafe zip_stat_init(&status)
        guard unsafe zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else {
            throw .damaged
        }
        guard unsafe status.encryption_method == ZIP_EM_NONE else { throw .locked }
        guard unsafe status.size <= bytesLeft else { throw .tooLarge("the bytes allowed") }
        guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(index), 0) else {
            throw .damaged
        }
        defer { _ = unsafe zip_fclose(file) }
        var isRead = false
        let count = unsafe Int(status.size)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            // SAFETY: at most `count` bytes are written.
            let step = unsafe zip_fread(file, buffer.baseAddress, zip_uint64_t(count))
            isRead = step == count
            filled = max(0, Int(step))
            // One byte more lets libzip compare the checksum at the end.
            var rest: UInt8 = 0
            if isRead { isRead = unsafe zip_fread(file, &rest, 1) == 0 }
        }
        guard isRead else { throw .damaged }
        bytesLeft -= count
        return bytes
    }
}
