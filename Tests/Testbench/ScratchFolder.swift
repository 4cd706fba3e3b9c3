import Foundation
public import Testing

/// A folder that is there for the time of one test.
public final class ScratchFolder {
    public let path: String

    public init() throws {
        let name = "blueheart-\(UUID().uuidString)"
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            print("could not remove \(path): \(error)")
        }
    }

    /// Writes a file, with the folders above it, and gives its path.
    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: file).deletingLastPathComponent(),
            withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// The names of what lies in the folder, hidden files too, sorted.
    public func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    public func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
    }

    public func text(of name: String) throws -> String {
        String(decoding: try bytes(of: name), as: UTF8.self)
    }

    /// Writes something else in the place of the first `old` of a file, which must have it.
    public func change(
        _ name: String, _ old: String, _ new: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let text = try text(of: name)
        let changed = text.replacing(old, with: new, maxReplacements: 1)
        #expect(changed != text, "\(name) has no \(old)", sourceLocation: sourceLocation)
        try write(changed, to: name)
    }
}

/// Every file of a drop below its folder, but for the journal, which has times of files.
public func delivered(in folder: String) throws -> [String: [UInt8]] {
    try contents(of: folder).filter { $0.key != ".blueheart-drop.jsonl" }
}

/// Every file below a folder, hidden ones too, by its path from there.
public func contents(of folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
        let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
        let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
        if !isFolder { files[name] = Array(try Data(contentsOf: url)) }
    }
    return files
}
