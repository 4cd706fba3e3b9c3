import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartHTTPSyntax
import BlueHeartJSON
import BlueHeartRequests
import HTTPTypes

/// A card requested in the body of a request.
struct PostedRequest {
    var card: CardRequest
    /// The requested part as the suffix of an address, `png` or `alt.txt`; nil for the picture in
    /// the format that `Accept` prefers.
    var answer: String?
    var isDownload = false

    /// Size limit of a JSON job, in bytes.
    static let documentLimit = 64 << 10
    /// Size limit of a form with a photo of 8 MiB, in bytes.
    static let formLimit = (8 << 20) + documentLimit
    /// Names in a form that are not parameters.
    private static let names = ["kit", "template", "placement", "lang", "format", "download"]
}

extension PostedRequest {
    /// Reads a JSON job.
    ///
    /// - Throws: 400 with all errors of the document.
    init(json bytes: [UInt8]) throws(Problem) {
        do throws(CardError) {
            let limits = JSONLimits(bytes: Self.documentLimit, depth: 4, nodes: 200)
            let node = try JSONDocument.read(bytes, file: "body", kind: .data, limits: limits)
            var object = ObjectReader(node, at: JSONPath(), kind: .data)
            card = CardRequest(
                kit: object.optionalString("kit"), template: .named(object.string("template")),
                placement: object.string("placement"))
            card.language = object.optionalString("lang")
            answer = object.optionalString("format")
            isDownload = object.bool("download", default: false)
            if let node = object.optionalNode("parameters") {
                var fields = ObjectReader(node, at: object.path(to: "parameters"), kind: .data)
                let entries = fields.members.map { Self.entry($0.name, fields.text($0.name)) }
                try fields.finish()
                card.values = ParameterValues(distinct: entries)
            }
            try object.finish()
        } catch {
            throw Problem(badBody: error)
        }
    }

    private static func entry(
        _ name: String, _ value: String, form: ParameterValues.Form = .text
    ) -> ParameterValues.Entry {
        .init(name, value, form: form, source: .job, trust: .untrusted)
    }
}

extension PostedRequest {
    /// Reads a form.
    ///
    /// - Throws: 400 for a repeated field, or a text that is not UTF-8.
    init(_ form: Multipart) throws(Problem) {
        var fields = ParameterValues()
        var pictures: [String: [UInt8]] = [:]
        for part in form.parts {
            guard fields[part.name] == nil else {
                throw Problem(QueryFault.doubled(name: part.name))
            }
            fields.set(try Self.entry(of: part))
            // A browser sends an empty file if none was selected.
            if let file = part.fileName, !(file.isEmpty && part.bytes.isEmpty) {
                pictures[part.name] = Array(part.bytes)
            }
        }
        card = CardRequest(
            kit: fields["kit"]?.value, template: .named(fields["template"]?.value ?? ""),
            language: fields["lang"]?.value, placement: fields["placement"]?.value ?? "",
            values: Self.values(of: fields, pictures), pictures: pictures)
        answer = fields["format"]?.value
        isDownload = fields["download"] != nil
    }

    private static func entry(
        of part: Multipart.Part
    ) throws(Problem) -> ParameterValues.Entry {
        if part.fileName != nil { return entry(part.name, part.name, form: .picture) }
        guard let text = String(validating: part.bytes, as: UTF8.self) else {
            throw Problem(
                .badRequest, parameter: part.name, "bad-coding", "expected UTF-8, found none")
        }
        return entry(part.name, text)
    }

    /// Fields that are parameters, without empty ones.
    private static func values(
        of fields: ParameterValues, _ pictures: [String: [UInt8]]
    ) -> ParameterValues {
        let filled = fields.entries.filter { entry in
            switch entry.form {
            case .picture: pictures[entry.name] != nil
            case .text:
                !entry.value.isEmpty && !names.contains { isSameName($0, entry.name) }
            }
        }
        return ParameterValues(distinct: filled)
    }
}

extension ObjectReader {
    /// A text, or a number as written.
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
