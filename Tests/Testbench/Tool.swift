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
