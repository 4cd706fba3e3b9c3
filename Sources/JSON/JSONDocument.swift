public import Diagnostics

/// Reads whole JSON files.
public enum JSONDocument {
    /// The root value of a file that is JSON as RFC 8259 has it, and no looser.
    ///
    /// - Parameters:
    ///   - file: how messages name the file.
    ///   - kind: the kind of the error that is thrown.
    /// - Throws: the first fault of syntax and every name that an object has twice before it.
    /// - Cost: linear in the bytes, whatever they are.
    /// - Source: T. Bray, "The JavaScript Object Notation (JSON) Data Interchange Format",
    ///   RFC 8259, 2017.
    public static func read(
        _ bytes: [UInt8], file: String, kind: CardError.Kind = .template,
        limits: JSONLimits = .template
    ) throws(CardError) -> JSONNode {
        guard bytes.count <= limits.bytes else {
            throw CardError(kind, tooLarge(bytes.count, file: file, limit: limits.bytes))
        }
        var parser = JSONParser(bytes: bytes, file: file, limits: limits)
        let root: JSONNode
        do throws(JSONFault) {
            root = try parser.document()
        } catch {
            throw CardError(kind, parser.faults + [error.diagnostic])
        }
        guard parser.faults.isEmpty else { throw CardError(kind, parser.faults) }
        return root
    }

    private static func tooLarge(_ count: Int, file: String, limit: Int) -> Diagnostic {
        Diagnostic(
            code: "file-too-large",
            "expected a file of at most \(limit) bytes, found one of \(count)",
            at: SourceLocation(file: file, line: 1, column: 1))
    }
}
