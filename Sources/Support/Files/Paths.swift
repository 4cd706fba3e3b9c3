/// The folder that contains a file: `a/b` of `a/b/c`, `.` of `c`, `/` of `/c`.
public func parentFolder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The part after the last `/`.
public func lastName(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
}

/// A path relative to a folder; absolute paths are kept, and so are all in the folder `.`.
public func joined(_ folder: String, _ path: String) -> String {
    path.utf8.first == UInt8(ascii: "/") || folder == "." ? path : folder + "/" + path
}
