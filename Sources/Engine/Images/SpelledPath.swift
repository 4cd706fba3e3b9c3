import BlueHeartLanguages
import BlueHeartSupport

/// The path as it is spelled on disk.
///
/// Names with accents have two spellings of the same look, composed (NFC) and decomposed (NFD);
/// sheets and file systems differ in which they use. Each part of a path that does not exist is
/// searched for in its folder by its composed form.
///
/// - Returns: the path itself if it exists, or if no file has such a name.
func spelledPath(_ path: String) -> String {
    guard !path.utf8.allSatisfy({ $0 < 0x80 }), fileKind(at: path) == nil else { return path }
    var spelled = path.utf8.first == UInt8(ascii: "/") ? "/" : ""
    for part in path.split(separator: "/").map(String.init) {
        let next = spelled + part
        guard fileKind(at: next) == nil else {
            spelled = next + "/"
            continue
        }
        guard let name = sibling(of: part, in: spelled.isEmpty ? "." : spelled) else { return path }
        spelled += name + "/"
    }
    return String(spelled.dropLast())
}

private func sibling(of name: String, in folder: String) -> String? {
    let wanted = composed(name)
    do {
        return try namesInFolder(folder).first { composed($0) == wanted }
    } catch {
        // The fault is reported where the picture itself is opened.
        return nil
    }
}

private func composed(_ name: String) -> [UInt16] {
    normalized(Array(name.utf16), to: .composed)
}
