import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartScenes

/// The parts of a caption.
struct CaptionFields: FieldSet {
    static let fields = Self()
    let action = Field(
        "action", .orNone(.sentence), shown: "the kit's", also: ["cta", "callToAction"],
        example: #"{ "words": "card.action" }"#,
        "A short sentence that asks for something; `null` for none")
    let link = Field(
        "link", .orNone(.kitLink), shown: "the kit's", also: ["url"], example: #""campaign""#,
        "The name of one of the kit's links; `null` for none")
    let hashtags = Field(
        "hashtags", .list(of: .hashtag), shown: "the kit's", also: ["tags"],
        example: ##"["#Campaign"]"##, "Each with its `#`, the most important first")
    let mentions = Field(
        "mentions", .list(of: .mention), shown: "the kit's", also: ["handles"],
        example: #"["@campaign"]"#, "Each with its `@`")
    let linkParameters = Field(
        "linkParameters", .linkParameters, shown: "the kit's", also: ["utm", "query"],
        example: #"{ "utm_source": "{network}" }"#,
        "Names and values added to the link; a value may name `{network}`, `{kit}`, `{template}`, `{placement}`, `{language}`"
    )
    let shortening = Field(
        "shortening", .list(of: .choice(CaptionStep.self)), shown: "the kit's",
        example: #"["hashtags", "mentions", "action", "sentences"]"#,
        "What is left out where a caption is too long, one after the other until it fits")
}

/// The sentence of a caption with parts.
struct CaptionTextFields: FieldSet {
    static let fields = Self()
    let text = Field<Sentence>.required(
        "text", .sentence, example: #"{ "words": "card.caption" }"#,
        "One or two sentences; the first can stand alone")
}

extension CaptionParts.Choice {
    fileprivate func map<Other>(_ transform: (Value) -> Other) -> CaptionParts.Choice<Other> {
        if case .some(let value) = self { .some(transform(value)) } else { .none }
    }
}

extension ValueType {
    /// A value, or `null` for none.
    fileprivate static func orNone<Inner>(
        _ inner: ValueType<Inner>
    ) -> ValueType where Value == CaptionParts.Choice<Inner> {
        ValueType(
            form: .anyOf([inner.form, .null]),
            read: { node, path, context throws(CardError) in
                if case .null = node.value { return .value(NoneGiven()) }
                return try inner.read(node, path, context)
            },
            resolve: { written, resolver throws(CardError) in
                if case .value(let value) = written.content, value is NoneGiven { return .none }
                return .some(try inner.resolve(written, resolver))
            }, standIn: .none)
    }
}

private struct NoneGiven: Sendable {}

extension ValueType where Value == String {
    /// The address of a name in the kit's links.
    fileprivate static var kitLink: ValueType {
        constant(.name(.links), standIn: "") { node, path, context throws(CardError) in
            let name = try readName(node, at: path)
            let links = context.kit.links
            guard let address = links[name] else {
                throw unknownName(
                    "unknown-link", "link", name, in: links.keys.sorted(), of: node, at: path,
                    cure: "add it to the links of kit.json")
            }
            return address
        }
    }

    static var hashtag: ValueType {
        constant(.text(pattern: #"#[^\s#]+"#), standIn: "") { node, path, _ throws(CardError) in
            let text = try readLine(node, at: path)
            guard isMarked(text, by: "#") else {
                throw fault(
                    "bad-hashtag", "expected a hashtag like \"#Campaign\", found \(quoted(text))",
                    of: node, at: path, hint: "write # and one word without spaces")
            }
            return text
        }
    }

    fileprivate static var mention: ValueType {
        constant(.text(pattern: #"@\S+"#), standIn: "") { node, path, _ throws(CardError) in
            let text = try readLine(node, at: path)
            guard isMarked(text, by: "@") else {
                throw fault(
                    "bad-mention", "expected a mention like \"@campaign\", found \(quoted(text))",
                    of: node, at: path, hint: "write @ and a name without spaces")
            }
            return text
        }
    }
}

extension ValueType where Value == [LinkParameter] {
    fileprivate static var linkParameters: ValueType {
        constant(.map(pattern: Form.namePattern, .text(pattern: nil)), standIn: []) {
            node, path, _ throws(CardError) in
            var object = ObjectReader(node, at: path)
            let parameters = object.eachMember { member, path throws(CardError) in
                try checkName(member, at: path)
                let value = try readLine(member.value, at: path)
                if let name = unknownName(in: value) {
                    throw BlueHeartTemplates.unknownName(
                        "unknown-placeholder", "part of a link", name, in: CaptionNames.all,
                        of: member.value, at: path)
                }
                return LinkParameter(name: member.name, value: value)
            }
            try object.finish()
            return parameters
        }
    }
}

// MARK: - Captions

extension ValueType where Value == CaptionParts {
    /// The parts that a kit gives to all captions.
    static var captionParts: ValueType {
        object(CaptionFields.self, standIn: CaptionParts()) { reader, _ throws(CardError) in
            reader.captionParts()
        }.named("captionParts", "Parts of a caption")
    }
}

extension ValueType where Value == Caption {
    /// A sentence, or `{ "text": sentence, "action": …, "link": …, … }`.
    static var caption: ValueType {
        let whole = LazyTable { FieldTable([CaptionTextFields.self, CaptionFields.self]) }
        let sentence = ValueType<Sentence>.sentence
        return ValueType(
            form: .anyOf([sentence.form, .object(whole)]),
            read: { node, path, context throws(CardError) in
                guard isObjectOfParts(node) else { return try sentence.read(node, path, context) }
                return .record(try whole.table.read(node, at: path, context))
            },
            resolve: { written, resolver throws(CardError) in
                guard let record = written.record else {
                    preconditionFailure("\(written.path) holds no record")
                }
                guard record.isCaptionParts else {
                    return CaptionParts().caption(
                        try sentence.resolve(written, resolver), over: resolver.kit)
                }
                var reader = RecordReader(record, resolver)
                let text = reader.required(CaptionTextFields.fields.text)
                let parts = reader.captionParts()
                try reader.finish()
                return parts.caption(text, over: resolver.kit)
            }, standIn: CaptionParts().caption(.standIn, over: .blank))
    }

    private static func isObjectOfParts(_ node: JSONNode) -> Bool {
        if node["text"]?.isObject == true { return true }
        return CaptionFields.declared.contains { node[$0.name] != nil }
    }
}

extension Record {
    /// True if the caption was read with parts, and not as a sentence.
    fileprivate var isCaptionParts: Bool {
        if let text = self["text"], text.record != nil || text.isInvalid { return true }
        return CaptionFields.declared.contains { self[$0.name] != nil }
    }
}

extension RecordReader {
    fileprivate mutating func captionParts() -> CaptionParts {
        let fields = CaptionFields.fields
        return CaptionParts(
            action: optional(fields.action), link: optional(fields.link),
            hashtags: optional(fields.hashtags), mentions: optional(fields.mentions),
            linkParameters: optional(fields.linkParameters),
            shortening: optional(fields.shortening))
    }
}
