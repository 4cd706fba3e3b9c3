import BlueHeartDiagnostics
import BlueHeartJSON

/// The one fault of a value, as an error of its own.
func fault(
    _ code: String, _ message: String, of node: JSONNode, at path: JSONPath, hint: String? = nil
) -> CardError {
    CardError(
        .template, Diagnostic(code: code, message, at: node.location, path: path, hint: hint))
}

/// A name that is not among those known, with the nearest of them as the hint.
///
/// - Parameters:
///   - known: in a fixed order, so that the hint is the same every time.
///   - cure: the hint where no known name is near.
func unknownName(
    _ code: String, _ what: String, _ name: String, in known: [String], of node: JSONNode,
    at path: JSONPath, cure: String? = nil
) -> CardError {
    let near = nearestName(to: name, in: known).map { "did you mean \(quoted($0))?" }
    return fault(
        code, "no \(what) is named \(quoted(name))", of: node, at: path,
        hint: near ?? cure ?? listed(known))
}

/// `one of "a", "b"`; nil if there are none or too many to list.
func listed(_ names: [String]) -> String? {
    guard (1...12).contains(names.count) else { return nil }
    return "write one of " + names.map { quoted($0) }.joined(separator: ", ")
}

/// True if a text is a valid name of a parameter, a style, a colour or a node.
///
/// Only such texts are looked up in dictionaries: hashing a Swift string takes quadratic time on
/// long runs of combining marks.
func isName(_ text: String) -> Bool {
    guard (1...64).contains(text.utf8.count) else { return false }
    return text.utf8.enumerated().allSatisfy { index, byte in
        isLetter(byte) || index > 0 && (isDigit(byte) || byte == UInt8(ascii: "-") || byte == 0x5F)
    }
}

/// True if a text is a valid key of the words: names or numbers, separated by dots.
func isKey(_ text: String) -> Bool {
    guard (1...200).contains(text.utf8.count) else { return false }
    return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy { part in !part.isEmpty && part.allSatisfy(isKeyByte) }
}

func isKeyByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Rule of names, for hints.
let nameRule = "a letter, then letters, digits, - or _; at most 64"
