import BlueHeartDiagnostics
import BlueHeartFormats
public import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartScenes

extension CardRecord {
    /// The record as described by `schemas/card.schema.json`.
    ///
    /// - Parameter file: the picture's file name.
    public func json(file: String) -> JSONValue {
        let parts: [(String, JSONValue?)] = [
            ("kit", .string(kit)),
            ("template", .string(template)),
            ("language", .string(language.tag)),
            ("direction", .string(language.direction == .rightToLeft ? "rtl" : "ltr")),
            ("placement", .string(placement)),
            ("file", .string(file)),
            ("width", .integer(widthInPixels)),
            ("height", .integer(heightInPixels)),
            ("format", .string(format.rawValue)),
            ("bytes", .integer(byteCount)),
            ("sha256", .string(sha256)),
            ("title", .string(words.title)),
            ("alt", .string(words.alt)),
            ("longAlt", words.longAlt.map { .string($0) } ?? .null),
            ("caption", .string(words.caption.whole)),
            ("captions", .array(captions.map { $0.json(beside: words) })),
            ("credit", said(credit)),
            ("rights", said(rights)),
            ("usageTerms", said(words.usageTerms)),
            (
                "parameters",
                .object(values.sorted.entries.map { .init($0.name, .string($0.value)) })
            ),
            ("texts", .array(texts.map(\.json))),
            ("warnings", .array(warnings.map(\.json))),
        ]
        return .fields(parts)
    }

    private func said(_ text: String) -> JSONValue? { text.isBlank ? nil : .string(text) }

}

extension NetworkCaption {
    /// The caption's JSON.
    ///
    /// - Parameter words: contain the alt text for the network.
    func json(beside words: SceneWords) -> JSONValue {
        .fields([
            ("network", .string(network)),
            ("text", .string(text)),
            ("count", .integer(length.count)),
            ("limit", limit.map { .integer($0.value) }),
            ("bytes", .integer(length.bytes)),
            ("byteLimit", byteLimit.map { .integer($0.value) }),
            ("seenAtFirst", seenAtFirst.map { .string($0) }),
            ("leftOut", .array(leftOut.map(\.json))),
            ("alt", altText(of: words).map { .string($0.field.rawValue) }),
            ("altLimit", altLimit.map { .integer($0.value) }),
        ])
    }
}

extension Omission {
    fileprivate var json: JSONValue { ["part": .string(step.rawValue), "text": .string(text)] }
}

extension DrawnText {
    var json: JSONValue {
        .object([
            .init("id", id.map { .string($0) } ?? .null),
            .init("text", .string(text)),
            // Hundredths of a px, for readability.
            .init("fontSize", .number((fontSize * 100).rounded() / 100)),
            .init("lines", .integer(lineCount)),
        ])
    }
}
