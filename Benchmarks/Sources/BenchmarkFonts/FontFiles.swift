public import BlueHeartTypesetting
import Glibc

/// A typesetter with the fonts of the project's folder of fonts, each loaded when it is first needed.
public func benchmarkTypesetter(fonts folder: String) throws -> Typesetter {
    let catalog = try FontCatalog.read(
        FontFiles(folder: folder).read("fonts.json"), file: "fonts.json")
    return Typesetter(
        fonts: FontLibrary(catalog: catalog, source: FontFiles(folder: folder + "/files")))
}

private struct FontFiles: FontFileSource {
    let folder: String

    func bytes(of file: String) throws(FontError) -> FontBytes { FontBytes(try read(file)) }

    func read(_ file: String) throws(FontError) -> [UInt8] {
        guard let stream = unsafe fopen("\(folder)/\(file)", "rb") else {
            throw FontError(file: file, reason: .missing)
        }
        defer { unsafe fclose(stream) }
        unsafe fseek(stream, 0, SEEK_END)
        var bytes = [UInt8](repeating: 0, count: unsafe ftell(stream))
        unsafe rewind(stream)
        guard unsafe fread(&bytes, 1, bytes.count, stream) == bytes.count else {
            throw FontError(file: file, reason: .unreadable("it is shorter than it says"))
        }
        return bytes
    }
}
