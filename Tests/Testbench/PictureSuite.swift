import Foundation

/// Documents with the pictures they should become, in a folder outside of the project.
public struct PictureSuite: Sendable {
    /// A document; its picture has the same name and ends in `.png`.
    public struct Item: Sendable {
        /// From the suite's folder, as `shapes/rect/simple-case.svg`.
        public let name: String
        fileprivate let path: String

        public func document() throws -> [UInt8] {
            Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        }

        public func picture() throws -> [UInt8] {
            Array(try Data(contentsOf: URL(fileURLWithPath: pictureOf(path))))
        }
    }

    public let folder: String
    /// By name.
    public let items: [Item]

    /// The documents below the folder that a variable of the environment names; nil where it is
    /// not set.
    public init?(variable: String, ending: String) throws {
        guard let folder = ProcessInfo.processInfo.environment[variable] else { return nil }
        self.folder = folder
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        items = names.filter { $0.hasSuffix("." + ending) }.sorted()
            .map { Item(name: $0, path: folder + "/" + $0) }
            .filter { FileManager.default.fileExists(atPath: pictureOf($0.path)) }
    }
}

private func pictureOf(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().path + ".png"
}

/// True if a variable of the environment is set.
public func isSet(_ variable: String) -> Bool {
    ProcessInfo.processInfo.environment[variable] != nil
}
