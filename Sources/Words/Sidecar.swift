import JSON
import Scenes

/// A file that stands beside a picture and carries its words.
public struct Sidecar: Hashable, Sendable {
    /// Takes the place of the picture's extension: `.alt.txt`.
    public var suffix: String
    public var bytes: [UInt8]

    public init(suffix: String, bytes: [UInt8]) {
        self.suffix = suffix
        self.bytes = bytes
    }

    /// The sidecar's name beside a picture: `card.alt.txt` beside `card.png`.
    public func fileName(besidePicture name: String) -> String {
        let bytes = Array(name.utf8)
        let start = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
        // A name that only begins with a dot has no extension.
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > start else {
            return name + suffix
        }
        return String(decoding: bytes[..<dot], as: UTF8.self) + suffix
    }
}

extension CardRecord {
    /// Alt text, caption and record as files.
    ///
    /// - Parameter pictureName: the picture's file name without its folder.
    public func sidecars(besidePicture pictureName: String) -> [Sidecar] {
        let longAlt = words.longAlt.map { isBlank($0) ? "" : "\n\($0)\n" } ?? ""
        return [
            Sidecar(suffix: ".alt.txt", bytes: Array((words.alt + "\n" + longAlt).utf8)),
            Sidecar(suffix: ".caption.txt", bytes: Array((words.caption.whole + "\n").utf8)),
            Sidecar(suffix: ".json", bytes: Array(json(file: pictureName).written().utf8)),
        ]
    }
}
