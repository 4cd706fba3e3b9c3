public import BlueHeartDiagnostics

/// Reads whole JSON files.
public enum JSONDocument {
    /// Reads a file as strict JSON (RFC 8259) and returns its root value.
    ///
    /// - Parameters:
    ///   - file: the name of the file in messages.
    ///   - kind: the kind of the error that is thrown.
    /// - Throws: the first syntax fault, and every duplicate name in an object before it.
    /// - Cost: linear in the bytes for every input.
    /// - Source: T. Bray, "The JavaScript Object Notation (JSON) Data Interchange Format", RFC
    ///   8259, 2017.
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
