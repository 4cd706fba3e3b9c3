import Diagnostics
import Drawing
import Geometry
import JSON
import Languages
import Scenes

// MARK: - Frames

extension Scope {
    /// How a frame arranges its children, which are read apart.
    func frameFields(_ object: inout ObjectReader, readsWrap: Bool) -> Frame {
        var frame = Frame(axis: object.choice("direction", of: Frame.Axis.self, default: .column))
        frame.direction = direction
        frame.gap = gap("gap", &object)
        frame.lineGap = gap("lineGap", &object)
        frame.padding =
            object.optional("padding") { node, path throws(CardError) in
                try sides(node, at: path, range: 0...1e6, safe: .allowed)
            } ?? .zero
        frame.align = object.choice("align", of: Frame.Alignment.self, default: .stretch)
        frame.justify = object.choice("justify", of: Frame.Justification.self, default: .start)
        if readsWrap {
            frame.wrapping = object.choice("wrap", of: Frame.Wrapping.self, default: .none)
        }
        return frame
    }

    private func gap(_ name: String, _ object: inout ObjectReader) -> Double {
        object.optional(name) { node, path throws(CardError) in try px(node, at: path) } ?? 0
    }
}

// MARK: - Images

/// The name of a picture that is not known until something is filled in.
enum SourcePlan: Sendable {
    /// The value of a parameter.
    case parameter(Int)
    /// A path with values in it.
    case path(Speech)
}

extension Scope {
    /// An image but for its source.
    func imageFields(_ object: inout ObjectReader, _ notes: Notes) -> ImageBlock {
        var block = ImageBlock(image: ImageReference(name: ""))
        block.fit = object.choice("fit", of: ImageBlock.Fit.self, default: .cover)
        block.focus = object.optional("focus", self.focus) ?? Point(x: 0.5, y: 0.5)
        block.adjustment.brightness = object.number("brightness", in: 0...4, default: 1)
        block.adjustment.duotone = object.optional("duotone") { node, path throws(CardError) in
            try self.duotone(node, at: path, notes)
        }
        block.adjustment.tint = object.optional("tint") { node, path throws(CardError) in
            try self.color(node, at: path, notes)
        }
        block.adjustment.blur =
            object.optional("imageBlur") { node, path throws(CardError) in
                try px(node, at: path, .blur)
            } ?? 0
        return block
    }

    private func focus(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Point {
        var object = ObjectReader(node, at: path)
        let focus = Point(
            x: object.number("x", in: 0...1, default: 0.5),
            y: object.number("y", in: 0...1, default: 0.5))
        try object.finish()
        return focus
    }

    private func duotone(
        _ node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> ImageAdjustment.Duotone {
        var object = ObjectReader(node, at: path)
        let dark = object.read("dark", orStandIn: .black) { node, path throws(CardError) in
            try self.color(node, at: path, notes)
        }
        let light = object.read("light", orStandIn: .white) { node, path throws(CardError) in
            try self.color(node, at: path, notes)
        }
        try object.finish()
        return ImageAdjustment.Duotone(dark: dark, light: light)
    }

    /// The file an image shows, or what it hangs on.
    func source(
        _ node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> SourcePlan {
        let text = try node.string(at: path)
        if let name = nameInBraces(text), let index = parameterIndex(name),
            parameters[index].kind == .image
        {
            return .parameter(index)
        }
        let message = try readMessage(text, of: node, at: path, markup: .literal)
        let speech = try sourceSpeech(message, of: node, at: path)
        let sample = message.pieces.map { if case .text(let text) = $0 { text } else { "x" } }
        if let problem = pathProblem(sample.joined()) {
            throw fault("path-leaves-kit", problem, of: node, at: path, hint: pathCure)
        }
        if let name = speech.fixedText, locals.index == nil {
            notes.sources.append(SourceUse(name: name, location: node.location, path: path))
        }
        return .path(speech)
    }

    /// Only values that cannot hold a slash may be part of a path.
    private func sourceSpeech(
        _ message: Message, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> Speech {
        var speech = Speech()
        for piece in message.pieces {
            switch piece {
            case .text(let text): speech.append(.text(text))
            case .value("language"): speech.append(.text(language.tag))
            case .value("index") where locals.index != nil:
                speech.append(.text(String(locals.index ?? 0)))
            case .value(let name):
                guard let index = parameterIndex(name) else {
                    throw unknownParameter(name, of: node, at: path)
                }
                guard parameters[index].kind == .choice || parameters[index].kind == .country else {
                    throw fault(
                        "wrong-parameter-type",
                        "\(quoted(name)) is a \(parameters[index].kind.rawValue), which cannot be "
                            + "part of a path", of: node, at: path,
                        hint: "a choice, a country, {language} and {index} can; an image parameter "
                            + "stands alone")
                }
                speech.append(.value(index))
            default:
                throw fault(
                    "bad-sentence", "a path has no plural and no select", of: node, at: path,
                    hint: "write a choice in braces")
            }
        }
        return speech
    }
}

// MARK: - QR codes

extension Scope {
    /// A QR code but for its text.
    func qrFields(_ object: inout ObjectReader, _ notes: Notes) -> QRBlock {
        var block = QRBlock(text: "")
        block.correction = object.choice(
            "correction", of: QRBlock.Correction.self, default: .medium)
        block.quietZone = object.integer("quietZone", in: 0...32, unit: "modules", default: 4)
        let dark = object.optional("dark") { node, path throws(CardError) in
            try self.color(node, at: path, notes)
        }
        let light = object.optional("light") { node, path throws(CardError) in
            try self.color(node, at: path, notes)
        }
        block.dark = dark ?? .black
        block.light = light ?? .white
        return block
    }
}
