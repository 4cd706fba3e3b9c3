import BlueHeartDiagnostics
import BlueHeartSupport

/// The bytes of a JSON file.
///
/// - Parameters:
///   - thing: its name in messages: `the kit`.
///   - limit: in bytes; nil for that of all documents.
func document(
    _ file: String, _ thing: String, _ limits: EngineOptions.Limits,
    kind: CardError.Kind = .template, limit: Int? = nil
) throws(CardError) -> [UInt8] {
    InputRegister.add(file)
    do {
        return try readFile(file, limit: limit ?? limits.documentBytes)
    } catch {
        throw error.error(kind, thing)
    }
}

/// A document that was read, with a digest of its bytes.
struct DigestedDocument<Document: Sendable>: Sendable {
    var document: Document
    var digest: String
}

/// The names in a folder, sorted.
func names(in folder: String, _ thing: String) throws(CardError) -> [String] {
    do {
        return try namesInFolder(folder)
    } catch {
        throw error.error(.template, thing)
    }
}

/// True if a text is a plain file name: letters, digits, `-` and `_`.
public func isFileName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count) && name.utf8.allSatisfy(\.isNameByte)
}
