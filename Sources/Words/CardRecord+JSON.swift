import Diagnostics
public import JSON
import Languages
import Placements
import Scenes

extension CardRecord {
    /// The record as `schemas/card.schema.json` describes it.
    ///
    /// - Parameter file: the picture's file name.
    public func json(file: String) -> JSONValue {
        .object([
            .init("kit", .string(kit)),
            .init("template", .string(template)),
            .init("language", .string(language.tag)),
            .init("direction", .string(language.direction == .rightToLeft ? "rtl" : "ltr")),
            .init("placement", .string(placement)),
            .init("file", .string(file)),
            .init("width", .integer(widthInPixels)),
            .init("height", .integer(heightInPixels)),
            .init("format", .string(format.rawValue)),
            .init("bytes", .integer(byteCount)),
            .init("sha256", .string(sha256)),
            .init("title", .string(words.title)),
            .init("alt", .string(words.alt)),
            .init("longAlt", words.longAlt.map { .string($0) } ?? .null),
            .init("caption", .string(words.caption.whole)),
            .init("captions", .array(captions.map(\.json))),
            .init("parameters", .object(sortedFilling)),
            .init("texts", .array(texts.map(\.json))),
            .init("warnings", .array(warnings.map(\.json))),
        ])
    }

    private var sortedFilling: [JSONValue.Field] {
        filling.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { .init($0.key, .string($0.value)) }
    }
}

extension NetworkCaption {
    var json: JSONValue {
        .fields([
            ("network", .string(network)),
            ("text", .string(text)),
            ("count", .integer(length.count)),
            ("limit", limit.map { .integer($0.value) }),
            ("bytes", .integer(length.bytes)),
            ("byteLimit", byteLimit.map { .integer($0.value) }),
            ("seenAtFirst", seenAtFirst.map { .string($0) }),
            ("leftOut", .array(leftOut.map(\.json))),
        ])
    }
}

extension LeftOut {
    fileprivate var json: JSONValue { ["part": .string(step.rawValue), "text": .string(text)] }
}

extension DrawnText {
    var json: JSONValue {
        .object([
            .init("id", id.map { .string($0) } ?? .null),
            .init("text", .string(text)),
            // Hundredths of a px say enough, and read well.
            .init("fontSize", .number((fontSize * 100).rounded() / 100)),
            .init("lines", .integer(lineCount)),
        ])
    }
}
