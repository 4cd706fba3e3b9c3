public import BlueHeartDiagnostics
import Glibc

/// A system error on a file, before its kind of `CardError` is known.
public struct FileFault: Error, Hashable {
    public enum Reason: Hashable, Sendable {
        case missing, notAFile, notAFolder, denied, full, readOnly, nameTooLong
        case tooLarge(limit: Int)
        case system(errno: Int32)
    }

    public var path: String
    public var reason: Reason

    public init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// Converts the error number of the last system call.
    public init(_ path: String, errno number: Int32) {
        self.init(path, Reason(errno: number))
    }
}

extension FileFault.Reason {
    init(errno number: Int32) {
        switch number {
        case ENOENT: self = .missing
        case EISDIR, ENXIO: self = .notAFile
        case ENOTDIR: self = .notAFolder
        case EACCES, EPERM: self = .denied
        case ENOSPC, EDQUOT: self = .full
        case EROFS: self = .readOnly
        case ENAMETOOLONG: self = .nameTooLong
        default: self = .system(errno: number)
        }
    }

    /// Rest of a sentence that begins with the file.
    public var sentence: String {
        switch self {
        case .missing: "does not exist"
        case .notAFile: "is not a file"
        case .notAFolder: "lies below something that is not a folder"
        case .denied: "may not be opened with your permissions"
        case .full: "does not fit: the disk is full"
        case .readOnly: "is on a disk that can only be read"
        case .nameTooLong: "has a name too long for this disk"
        case .tooLarge(let limit): "is larger than the limit of \(limit) bytes"
        case .system(let number): "is refused by the system with number \(number)"
        }
    }

    var code: String {
        switch self {
        case .missing: "file-missing"
        case .notAFile, .notAFolder: "file-not-a-file"
        case .denied, .readOnly: "file-denied"
        case .full: "file-disk-full"
        case .nameTooLong: "file-name-too-long"
        case .tooLarge: "file-too-large"
        case .system: "file-system"
        }
    }
}

extension FileFault {
    /// The error for users.
    ///
    /// - Parameter thing: name of the file's kind: `the template`.
    public func error(
        _ kind: CardError.Kind, _ thing: String, at location: SourceLocation? = nil,
        path: JSONPath = JSONPath(), hint: String? = nil
    ) -> CardError {
        let message = "\(thing) \(quoted(self.path, limit: 300)) \(reason.sentence)"
        return CardError(
            kind, Diagnostic(code: reason.code, message, at: location, path: path, hint: hint))
    }
}
