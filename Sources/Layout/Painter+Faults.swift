import Diagnostics
import Drawing
import Geometry
import Languages
import Scenes
import Typesetting

extension Painter {
    /// A frame whose children are too large; where type could not shrink further, the text's fault.
    func complainAboutOverflow(of placed: Placed) {
        guard let overflow = placed.overflow else { return }
        if overflow.side == .height, let text = placed.highestFittedText {
            complainAboutText(text, overflow)
            return
        }
        let origin = placed.element.node.origin
        arranger.faults.note(
            .template,
            Diagnostic(
                code: "content-overflow",
                "Expected children of at most \(inPx(overflow.available)) \(overflow.side.word), "
                    + "found \(inPx(overflow.needed)).",
                at: origin.location, path: origin.path,
                hint: "give the frame more room, make its children smaller, or clip it"))
    }

    private func complainAboutText(_ text: FittedText, _ overflow: Overflow) {
        let needed = text.height
        let available = max(0, needed - (overflow.needed - overflow.available))
        let width = text.placed.size.width
        complainAboutRoom(
            text.placed, text.paragraph, needed: inPx(Size(width: width, height: needed)),
            available: inPx(Size(width: width, height: available)))
    }

    /// What cannot be set, told with the words and the room.
    func complain(about fault: TypesettingError, _ placed: Placed, _ paragraph: Paragraph) {
        switch fault {
        case .doesNotFit(let misfit):
            let lines = paragraph.maxLines.map { " in at most \($0) lines" } ?? ""
            let isOnPath = placed.element.isTextOnPath
            complainAboutRoom(
                placed, paragraph,
                needed: isOnPath ? inPx(misfit.needed.width) : inPx(misfit.needed),
                available: isOnPath
                    ? "a line of \(inPx(misfit.available.width))" : inPx(placed.size) + lines)
        case .missingGlyph(let glyph):
            let points = glyph.scalars.map(codePoint).joined(separator: " ")
            note(
                .data, "missing-glyph", placed,
                "Expected a glyph for \(points) in the language \(glyph.language.tag), "
                    + "found none in \(glyph.fontsTried.joined(separator: ", ")).",
                hint: "leave the character out, or add a font that has it")
        case .unknownFamily(let name, let nearest):
            note(
                .asset, "unknown-font", placed,
                "Expected a font family of the font list, found \(quoted(name)).",
                hint: nearest.map { "did you mean \(quoted($0))?" })
        case .font(let error):
            note(.asset, "unusable-font", placed, error.description, hint: error.hint)
        }
    }

    private func complainAboutRoom(
        _ placed: Placed, _ paragraph: Paragraph, needed: String, available: String
    ) {
        let smallest = paragraph.fontSize.lowerBound
        note(
            .data, "text-overflow", placed,
            "Expected \(quoted(paragraph.text)) to fit into \(available), "
                + "found that it needs \(needed) at its smallest size of \(inPx(smallest)).",
            hint: "shorten the text, lower the smallest fontSize or give it more room")
    }

    private func note(
        _ kind: CardError.Kind, _ code: String, _ placed: Placed, _ message: String,
        hint: String?
    ) {
        let origin = placed.element.node.origin
        arranger.faults.note(
            kind,
            Diagnostic(code: code, message, at: origin.location, path: origin.path, hint: hint))
    }

    /// A picture, form or code that no side gives a size.
    func warnIfInvisible(_ placed: Placed) {
        let node = placed.element.node
        guard placed.size.isEmpty, placed.isMeantToBeSeen else { return }
        arranger.faults.warn(
            Diagnostic(
                .warning, code: "empty-box",
                "Expected a box with a width and a height, found \(inPx(placed.size.width)) x "
                    + "\(inPx(placed.size.height)): nothing of it can be seen.",
                at: node.origin.location, path: node.origin.path,
                hint: "give it a width or a height"))
    }
}

extension Placed {
    fileprivate var isMeantToBeSeen: Bool {
        switch element.node.content {
        case .image, .qr: return true
        case .shape(let shape): return shape.outline != .line || (size == .zero)
        case .text: return element.isTextOnPath
        case .frame: return false
        }
    }

    /// The highest text in flow whose size could be chosen; nil where there is none.
    fileprivate var highestFittedText: FittedText? {
        var highest: FittedText?
        for child in children where child.placed.element.isInFlow {
            guard let text = child.placed.fittedText ?? child.placed.highestFittedText else {
                continue
            }
            if text.height > highest?.height ?? -1 { highest = text }
        }
        return highest
    }

    private var fittedText: FittedText? {
        guard case .text(let paragraph, _) = element.node.content,
            paragraph.fontSize.lowerBound < paragraph.fontSize.upperBound
        else { return nil }
        return FittedText(placed: self, paragraph: paragraph, height: size.height)
    }
}

/// A text that was shrunk as far as it may.
struct FittedText {
    var placed: Placed
    var paragraph: Paragraph
    var height: Double
}

extension Overflow.Side {
    fileprivate var word: String { self == .width ? "wide" : "high" }
}

/// `U+0041`, with four digits at least.
private func codePoint(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

private func inPx(_ size: Size) -> String { "\(inPx(size.width)) x \(inPx(size.height))" }
