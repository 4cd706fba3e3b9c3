import Foundation
public import Testing

/// A file below `Tests/Cases` that a test is run with.
public struct CaseFile: Hashable, Sendable {
    /// Without folder and ending: `trailing-comma`.
    public let name: String
    public let path: String

    /// All files of `Tests/Cases/<folder>` with this ending, by name.
    ///
    /// Traps where there is none: a test of no case would pass.
    public static func all(in folder: String, ending: String) -> [CaseFile] {
        let path = projectFolder + "/Tests/Cases/" + folder
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            preconditionFailure("cannot list \(path): \(error)")
        }
        let files = names.filter { $0.hasSuffix("." + ending) }.sorted()
        precondition(!files.isEmpty, "no .\(ending) in \(path)")
        return files.map {
            CaseFile(name: String($0.dropLast(ending.count + 1)), path: path + "/" + $0)
        }
    }

    /// One file below `Tests/Cases`, named with folder and ending.
    public init(_ file: String) {
        let url = URL(fileURLWithPath: projectFolder + "/Tests/Cases/" + file)
        self.init(name: url.deletingPathExtension().lastPathComponent, path: url.path)
    }

    private init(name: String, path: String) {
        self.name = name
        self.path = path
    }

    public func bytes() throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    public func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }
}

extension CaseFile: CustomTestStringConvertible {
    public var testDescription: String { name }
}

/// The bytes of a file of the project, named from the folder of `Package.swift`.
public func projectFile(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: projectFolder + "/" + path)))
}
