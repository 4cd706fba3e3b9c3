import Diagnostics
import HTTPTypes
import JSON

/// Why a request gets no card, told so that the caller can mend it.
///
/// - Source: M. Nottingham and others, RFC 9457, "Problem Details for HTTP APIs".
struct Problem: Error, Hashable {
    /// One thing that is wrong.
    struct Entry: Hashable {
        /// In the query or the body; nil where it is none of these.
        var parameter: String?
        var code: String
        var message: String
        var hint: String?
    }

    var status: HTTPResponse.Status
    /// Stable and kebab-case: `unknown-parameter`.
    var code: String
    /// What was expected and what was found.
    var detail: String
    var entries: [Entry] = []
    /// Beside those that every answer has: `Retry-After`, `Allow`.
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

    static let internalFault = Problem(
        .internalServerError, "internal-fault", "the card could not be made; this is our fault")
}
