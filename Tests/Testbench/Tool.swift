import Foundation

/// A program of the system that a test asks for a second opinion.
public struct Tool {
    /// What a program said, and how it ended.
    public struct Answer: Sendable {
        public var status: Int32
        public var output: [UInt8]

        public var text: String { String(decoding: output, as: UTF8.self) }
    }

    private let path: String

    /// - Parameter path: absolute, or from the project's folder.
    public init(_ path: String) {
        self.path = path.hasPrefix("/") ? path : projectFolder + "/" + path
    }

    /// Runs the program to its end; what it writes to standard output and error comes back as one.
    public func run(
        _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
    ) throws -> Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = Array(pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return Answer(status: process.terminationStatus, output: output)
    }
}

/// The folder of `Package.swift`.
public let projectFolder: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

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
}
