import BlueHeartDiagnostics
import BlueHeartJSON
import HTTPTypes

/// Error response: its status, a stable code, and entries that say what to change.
///
/// - Source: M. Nottingham and others, RFC 9457, "Problem Details for HTTP APIs".
struct Problem: Error, Hashable {
    /// One fault of the request.
    struct Entry: Hashable {
        /// Name in the query or the body; nil for a fault elsewhere.
        var parameter: String?
        var code: String
        var message: String
        var hint: String?
    }

    var status: HTTPResponse.Status
    /// Stable and kebab-case: `unknown-parameter`.
    var code: String
    /// One sentence with expected and found.
    var detail: String
    var entries: [Entry] = []
    /// Headers of this response alone: `Retry-After`, `Allow`.
    var headers = HTTPFields()

    init(
        _ status: HTTPResponse.Status, _ code: String, _ detail: String, entries: [Entry] = [],
        headers: HTTPFields = HTTPFields()
    ) {
        self.status = status
        self.code = code
        self.detail = detail
        self.entries = entries
        self.headers = headers
    }

    /// One fault of one parameter.
    init(
        _ status: HTTPResponse.Status, parameter: String, _ code: String, _ message: String,
        hint: String? = nil
    ) {
        let entry = Entry(parameter: parameter, code: code, message: message, hint: hint)
        self.init(status, code, message, entries: [entry])
    }

    var json: JSONValue {
        .fields([
            ("type", "about:blank"),
            ("title", .string(status.reasonPhrase)),
            ("status", .integer(status.code)),
            ("code", .string(code)),
            ("detail", .string(detail)),
            ("errors", entries.isEmpty ? nil : .array(entries.map(\.json))),
        ])
    }
}

extension Problem.Entry {
    fileprivate var json: JSONValue {
        .fields([
            ("parameter", parameter.map { .string($0) }),
            ("code", .string(code)),
            ("message", .string(message)),
            ("hint", hint.map { .string($0) }),
        ])
    }
}

extension Problem {
    static func notFound(_ code: String, _ detail: String, hint: String? = nil) -> Problem {
        Problem(
            .notFound, code, detail,
            entries: hint.map { [Entry(code: code, message: detail, hint: $0)] } ?? [])
    }

    static let nothingHere = Problem.notFound("not-found", "nothing exists at this address")

    static let internalFault = Problem(
        .internalServerError, "internal-fault", "internal error; the card was not rendered")
}
