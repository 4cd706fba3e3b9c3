import Addresses
import Diagnostics
import HTTPTypes
import Hummingbird

extension Request {
    /// Whether the client has what this tag names already: `If-None-Match` with a list or weak
    /// tags.
    ///
    /// - Parameter tag: without its quotes.
    /// - Source: RFC 9110, section 13.1.2: tags are compared weakly.
    func hasAlready(_ tag: String) -> Bool {
        headers[values: .ifNoneMatch].contains { header in
            header.utf8.split(separator: UInt8(ascii: ",")).contains { part in
                var text = String(decoding: part, as: UTF8.self).filter { $0 != " " && $0 != "\t" }
                if text.utf8.starts(with: "W/".utf8) { text.removeFirst(2) }
                return isSameName(text, "\"\(tag)\"")
            }
        }
    }

    /// Whether the client wants nothing that is there: `If-None-Match: *`.
    var hasAnything: Bool {
        headers[values: .ifNoneMatch].contains { header in
            header.utf8.filter { $0 != 0x20 && $0 != 0x09 }.elementsEqual("*".utf8)
        }
    }

    /// The query, its names known to be of these.
    func query() throws(Problem) -> Addresses.Query {
        do throws(QueryFault) {
            return try Addresses.Query(reading: uri.query ?? "")
        } catch {
            throw Problem(error)
        }
    }

    /// Refuses names that an address does not have.
    func expectNoQuery() throws(Problem) {
        guard let first = try query().pairs.first else { return }
        throw Problem(
            .badRequest, parameter: first.name, "unknown-parameter",
            "expected no parameters, found \(quoted(first.name))")
    }
}

extension Addresses.Query {
    /// Whether the picture is to be saved under a name for people: `download`, or `download=1`.
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
