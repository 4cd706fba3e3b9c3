import Addresses
import Diagnostics
import HTTPSyntax
import HTTPTypes
import JSON

/// A card that is asked for in the body of a request.
struct PostedJob {
    /// nil for the default kit.
    var kit: String?
    var template = ""
    var placement = ""
    /// What is wanted of the card, as the ending of its address: `png`, `alt.txt`; nil for the
    /// picture in the format that `Accept` likes best.
    var answer: String?
    var language: String?
    var isDownload = false
    var parameters: [Query.Pair] = []
    /// By the parameter that shows it.
    var photos: [String: [UInt8]] = [:]

    /// Of a JSON job, in bytes.
    static let documentLimit = 64 << 10
    /// Of a form with a photo of 8 MiB, in bytes.
    static let formLimit = (8 << 20) + documentLimit
    /// Names in a form that are no parameters.
    private static let names = ["kit", "template", "placement", "lang", "format", "download"]
}

extension PostedJob {
    /// - Throws: 400 with every fault of the document.
    init(json bytes: [UInt8]) throws(Problem) {
        do throws(CardError) {
            let limits = JSONLimits(bytes: Self.documentLimit, depth: 4, nodes: 200)
            let node = try JSONDocument.read(bytes, file: "body", kind: .data, limits: limits)
            var object = ObjectReader(node, at: JSONPath(), kind: .data)
            kit = object.optionalString("kit")
            template = object.string("template")
            placement = object.string("placement")
            language = object.optionalString("lang")
            answer = object.optionalString("format")
            isDownload = object.bool("download", default: false)
            if let node = object.optionalNode("parameters") {
                var fields = ObjectReader(node, at: object.path(to: "parameters"), kind: .data)
                parameters = fields.members.map { Query.Pair($0.name, fields.text($0.name)) }
                try fields.finish()
            }
            try object.finish()
        } catch {
            throw Problem(badBody: error)
        }
    }

    /// - Throws: 400 for a field twice, or a file that is no file.
    init(_ form: Multipart) throws(Problem) {
        var seen: [Query.Pair] = []
        for part in form.parts {
            guard !seen.contains(where: { isSameName($0.name, part.name) }) else {
                throw Problem(QueryFault.doubled(name: part.name))
            }
            if let file = part.fileName {
                seen.append(Query.Pair(part.name, ""))
                // A browser sends an empty file where none was chosen.
                if file.isEmpty && part.bytes.isEmpty { continue }
                photos[part.name] = Array(part.bytes)
                continue
            }
            guard let text = String(validating: part.bytes, as: UTF8.self) else {
                throw Problem(
                    .badRequest, parameter: part.name, "bad-coding", "expected UTF-8, found none")
            }
            seen.append(Query.Pair(part.name, text))
        }
        let fields = Query(seen.filter { photos[$0.name] == nil })
        kit = fields["kit"]
        template = fields["template"] ?? ""
        placement = fields["placement"] ?? ""
        language = fields["lang"]
        answer = fields["format"]
        isDownload = fields["download"] != nil
        parameters = fields.pairs.filter { pair in
            // An empty field of a form is one that nobody filled in.
            !pair.value.isEmpty && !Self.names.contains { isSameName($0, pair.name) }
        }
    }
}

extension ObjectReader {
    /// Text, or a number as it is written.
    fileprivate mutating func text(_ name: String) -> String {
        if case .number(let number)? = node[name]?.value {
            _ = optionalNode(name)
            return JSONValue.number(number.value).written(.compact)
        }
        return string(name)
    }
}

extension Problem {
    fileprivate init(badBody error: CardError) {
        let entries = error.diagnostics.map {
            Entry(
                parameter: $0.path.steps.isEmpty ? nil : "\($0.path)", code: $0.code,
                message: $0.message, hint: $0.hint)
        }
        self.init(
            .badRequest, entries.first?.code ?? "bad-body", entries.first?.message ?? "no job",
            entries: entries)
    }
}
