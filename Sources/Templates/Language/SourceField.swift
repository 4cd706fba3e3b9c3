import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages

/// The picture of an image: a parameter, or a path with values in it.
enum SourceValue: Sendable {
    case parameter(ValueReference)
    case path(BoundMessage)

    func bound(to turn: RepeatTurn?) -> SourceValue {
        switch self {
        case .parameter(let reference): .parameter(reference.bound(to: turn))
        case .path(let message): .path(message.bound(to: turn))
        }
    }

    /// The name of the picture on one card.
    func name(
        _ arguments: Arguments, _ formats: CardFormats
    ) throws(MissingValue) -> String {
        switch self {
        case .parameter(let reference): try arguments.value(of: reference).raw
        case .path(let message): try message.text(arguments, formats, as: .raw)
        }
    }
}

/// A source as the file writes it; `{language}` is put in when the card's is known.
struct WrittenSource: Sendable {
    var parameter: ValueReference?
    var pieces: [Piece] = []

    enum Piece: Sendable {
        case text(String)
        case language
        case value(ValueReference)
    }
}

extension ValueType where Value == SourceValue {
    static var source: ValueType {
        stored(
            .name(.artwork), standIn: .path(BoundMessage("x"))
        ) { node, path, context throws(CardError) -> WrittenSource in
            try context.source(node, at: path)
        } resolve: { stored, _, resolver throws(CardError) in
            if let parameter = stored.parameter {
                return .parameter(parameter.bound(to: resolver.turn))
            }
            var message = BoundMessage()
            for piece in stored.pieces {
                switch piece {
                case .text(let text): message.append(.text(text))
                case .language: message.append(.text(resolver.language.tag))
                case .value(.index): message.append(.text(String(resolver.turn?.index ?? 1)))
                case .value(let reference):
                    message.append(.value(reference.bound(to: resolver.turn)))
                }
            }
            return .path(message)
        }
    }
}

extension ReadContext {
    fileprivate func source(
        _ node: JSONNode, at path: JSONPath
    ) throws(CardError) -> WrittenSource {
        let text = try node.string(at: path)
        if let name = nameInBraces(text), let reference = messages.reference(to: name),
            messages.parameter(of: reference)?.kind == .image
        {
            return WrittenSource(parameter: reference)
        }
        let message = try readMessage(text, of: node, at: path, markup: .literal)
        let pieces = try sourcePieces(message, of: node, at: path)
        let sample = message.pieces.map { if case .text(let text) = $0 { text } else { "x" } }
        if let problem = pathProblem(insideFolder(sample.joined())) {
            throw fault("path-leaves-kit", problem, of: node, at: path, hint: pathCure)
        }
        if let name = fixedName(pieces), loop == nil {
            findings.sources.append(SourceUse(name: name, location: node.location, path: path))
        }
        return WrittenSource(pieces: pieces)
    }

    /// The path without the `./` of a picture that lies beside the template.
    private func insideFolder(_ name: String) -> String {
        name.hasASCIIPrefix("./") ? String(name.dropFirst(2)) : name
    }

    private func fixedName(_ pieces: [WrittenSource.Piece]) -> String? {
        var name = ""
        for piece in pieces {
            guard case .text(let text) = piece else { return nil }
            name += text
        }
        return name
    }

    /// Only values that cannot hold a slash may be part of a path.
    private func sourcePieces(
        _ message: Message, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> [WrittenSource.Piece] {
        var pieces: [WrittenSource.Piece] = []
        for piece in message.pieces {
            switch piece {
            case .text(let text): pieces.append(.text(text))
            case .value("language"): pieces.append(.language)
            case .value(let name):
                pieces.append(.value(try pathValue(name, of: node, at: path)))
            default:
                throw fault(
                    "bad-sentence", "a path has no plural and no select", of: node, at: path,
                    hint: "write a choice in braces")
            }
        }
        return pieces
    }

    private func pathValue(
        _ name: String, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> ValueReference {
        guard let reference = messages.reference(to: name) else {
            throw unknownParameter(name, of: node, at: path)
        }
        if reference == .index { return reference }
        let kind = messages.parameter(of: reference)?.kind
        guard kind == .choice || kind == .country else {
            throw fault(
                "wrong-parameter-type",
                "\(quoted(name)) is a \(kind?.rawValue ?? "value"), which cannot be part of a path",
                of: node, at: path,
                hint: "a choice, a country, {language} and {index} can; an image parameter "
                    + "stands alone")
        }
        return reference
    }
}
