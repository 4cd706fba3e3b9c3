import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartHTTPSyntax
import HTTPTypes
import Hummingbird

extension Request {
    /// True if `If-None-Match` names this tag.
    ///
    /// - Parameter tag: without its quotes.
    func hasTag(_ tag: String) -> Bool { ifNoneMatch.contains(tag) }

    /// True if `If-None-Match` is `*`.
    var hasAnyTag: Bool { ifNoneMatch.matchesAny }

    /// Refuses a request whose `If-Match` names other tags.
    ///
    /// - Throws: 412; tags are compared strongly (RFC 9110, section 13.1.1).
    func checkIfMatch(_ tag: String) throws(Problem) {
        let values = headers[values: .ifMatch]
        guard !values.isEmpty else { return }
        let condition = EntityTagCondition(values, comparison: .strong)
        guard !condition.matchesAny, !condition.contains(tag) else { return }
        throw Problem(
            .preconditionFailed, "changed-card",
            "expected a tag of If-Match, found \(quoted("\"\(tag)\""))")
    }

    private var ifNoneMatch: EntityTagCondition {
        EntityTagCondition(headers[values: .ifNoneMatch])
    }

    /// Names and values of the query.
    func query() throws(Problem) -> BlueHeartAddresses.Query {
        do throws(QueryFault) {
            return try BlueHeartAddresses.Query(reading: uri.query ?? "")
        } catch {
            throw Problem(error)
        }
    }

    /// Refuses a query with other names than these.
    func expectQuery(of names: [String]) throws(Problem) {
        let other = try query().pairs.first { pair in
            !names.contains { isSameName($0, pair.name) }
        }
        guard let other else { return }
        let expected = names.isEmpty ? "s" : " but \(names.joined(separator: ", "))"
        throw Problem(
            .badRequest, parameter: quotedName(other.name), "unknown-parameter",
            "expected no parameter\(expected), found \(quoted(other.name))")
    }
}

extension BlueHeartAddresses.Query {
    /// True if the response is to be saved under a name for people: `download` or `download=1`.
    func isDownload() throws(Problem) -> Bool {
        guard let download = self["download"] else { return false }
        guard download.isEmpty || isSameName(download, "1") else {
            throw Problem(
                .badRequest, parameter: "download", "unknown-choice",
                "expected download alone or download=1, found \(quoted(download))")
        }
        return true
    }
}
