public import BlueHeartDiagnostics
import Glibc

/// A file written to a temporary name and renamed when complete.
///
/// Bytes go to a hidden file in the same folder, which is renamed by `commit` and removed with the
/// value otherwise. Files that are not regular (a pipe, `/dev/null`) are written directly. Owned by
/// one thread.
public final class PendingFile {
    public let path: String
    private var descriptor: Int32
    /// The hidden file; nil for direct writing, and after the rename.
    private var hiddenPath: String?

    /// Creates the hidden file.
    ///
    /// - Throws: `CardError` of kind `output` if the folder cannot be written to, or the file is
    ///   an input of this process.
    public init(_ path: String) throws(CardError) {
        try InputRegister.check(path)
        self.path = path
        do {
            (descriptor, hiddenPath) = try openForWriting(path)
        } catch {
            throw writingError(error, path)
        }
    }

    deinit { abandon() }

    public func write(_ bytes: [UInt8]) throws(CardError) {
        let refusal = writeAll(bytes, to: descriptor)
        if refusal != 0 { throw failed(with: refusal) }
    }

    /// Ends writing, before the file is renamed; no descriptor is needed while others are written.
    public func complete() throws(CardError) {
        guard descriptor >= 0 else { return }
        let isClosed = close(descriptor) == 0
        descriptor = -1
        guard isClosed else { throw failed(with: errno) }
    }

    /// Renames the file, replacing an existing one.
    public func commit() throws(CardError) {
        try complete()
        guard let hiddenPath else { return }
        // It may have been read since the start.
        try InputRegister.check(path)
        // SAFETY: both paths are zero-terminated during the call.
        guard unsafe rename(hiddenPath, path) == 0 else { throw failed(with: errno) }
        self.hiddenPath = nil
    }

    private func failed(with number: Int32) -> CardError {
        abandon()
        return writingError(FileFault(path, errno: number), path)
    }

    private func abandon() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        if let hiddenPath { _ = unsafe unlink(hiddenPath) }
        hiddenPath = nil
    }
}

/// A descriptor for writing, and the hidden file behind it, if there is one.
private func openForWriting(_ path: String) throws(FileFault) -> (Int32, String?) {
    switch fileKind(at: path) {
    case .folder: throw FileFault(path, .notAFile)
    case .other:
        let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(path, errno: errno) }
        return (descriptor, nil)
    case .file, nil: return try openHiddenFile(beside: path)
    }
}

/// Removes the hidden files that processes which ended before `commit` left in a folder.
///
/// - Returns: the number of files removed.
/// - Throws: `CardError` of kind `output`.
@discardableResult
public func removeLeftovers(in folder: String) throws(CardError) -> Int {
    var count = 0
    do throws(FileFault) {
        for name in try allNamesInFolder(folder) {
            guard let process = processOfHiddenFile(name), !isRunning(process) else { continue }
            let path = folder + "/" + name
            // SAFETY: the path is zero-terminated during the call.
            if unsafe unlink(path) == 0 { count += 1 }
        }
    } catch {
        if error.reason != .missing { throw writingError(error, folder) }
    }
    return count
}

/// The process in the name `.blueheart-PID-N.part` or `.blueheart-PID.spool`; nil for other names.
private func processOfHiddenFile(_ name: String) -> Int32? {
    let prefix = ".blueheart-"
    guard name.hasPrefix(prefix) else { return nil }
    let parts = name.dropFirst(prefix.count).split(
        separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1] == "part" || parts[1] == "spool" else { return nil }
    let numbers = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard numbers.count == (parts[1] == "part" ? 2 : 1),
        numbers.allSatisfy({ Int32($0).map { $0 >= 0 } ?? false })
    else { return nil }
    return Int32(numbers[0])
}

/// True for another process that runs; a process may clean up before it writes its first file.
private func isRunning(_ process: Int32) -> Bool {
    process != getpid() && process > 0 && (kill(process, 0) == 0 || errno == EPERM)
}

/// A new file that no other writer uses; names contain the process and a number.
private func openHiddenFile(beside path: String) throws(FileFault) -> (Int32, String?) {
    let folder = parentFolder(of: path)
    for number in 0..<10_000 {
        let hidden = "\(folder)/.blueheart-\(getpid())-\(number).part"
        let descriptor = unsafe open(hidden, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor >= 0 { return (descriptor, hidden) }
        guard errno == EEXIST else { throw FileFault(path, errno: errno) }
    }
    throw FileFault(path, errno: EEXIST)
}

func writingError(_ fault: FileFault, _ path: String) -> CardError {
    let hint =
        switch fault.reason {
        case .missing: "make the folder \(quoted(parentFolder(of: path), limit: 300)) first"
        case .denied, .readOnly: "choose a folder you may write to with -o"
        case .full: "free some space, or choose a folder on another disk with -o"
        case .notAFile: "name a file, not a folder"
        case .notAFolder: "choose another folder with -o"
        case .nameTooLong: "choose a shorter file name"
        case .tooLarge, .system: String?.none
        }
    return fault.error(.output, "the file", hint: hint)
}
