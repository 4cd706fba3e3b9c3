import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes
import BlueHeartTypesetting

extension DisplayListBuilder {
    /// Records the fault of a text that cannot be laid out, with the text and the available space.
    func reportFault(about fault: TypesettingError, _ fragment: Fragment, _ paragraph: Paragraph) {
        switch fault {
        case .doesNotFit(let misfit):
            let lines = paragraph.maxLines.map { " in at most \($0) lines" } ?? ""
            let isOnPath = fragment.element.isTextOnPath
            complainAboutRoom(
                fragment, paragraph,
                needed: isOnPath ? inPx(misfit.needed.width) : inPx(misfit.needed),
                available: isOnPath
                    ? "a line of \(inPx(misfit.available.width))" : inPx(fragment.size) + lines)
        case .missingGlyph(let glyph):
            let points = glyph.scalars.map(codePoint).joined(separator: " ")
            note(
                .data, "missing-glyph", fragment,
                "Expected a glyph for \(points) in the language \(glyph.language.tag), "
                    + "found none in \(glyph.fontsTried.joined(separator: ", ")).",
                hint: "remove the character, or add a font that has it")
        case .unknownFamily(let name, let nearest):
            note(
                .asset, "unknown-font", fragment,
                "Expected a font family of the font list, found \(quoted(name)).",
                hint: nearest.map { didYouMean(nearest: $0) }
                    ?? "write a family of \"blueheart list fonts\", or a font of the kit")
        case .font(let error):
            note(.asset, "unusable-font", fragment, error.description, hint: error.hint)
        }
    }

    private func complainAboutRoom(
        _ fragment: Fragment, _ paragraph: Paragraph, needed: String, available: String
    ) {
        let smallest = paragraph.fontSize.lowerBound
        note(
            .data, "text-overflow", fragment,
            "Expected \(quoted(paragraph.text)) to fit into \(available), "
                + "found that it needs \(needed) at its smallest size of \(inPx(smallest)).",
            hint: "shorten the text, lower the smallest fontSize or enlarge its box")
    }

    func note(
        _ kind: CardError.Kind, _ code: String, _ fragment: Fragment, _ message: String,
        hint: String?
    ) {
        let origin = fragment.element.node.origin
        engine.faults.note(
            kind,
            Diagnostic(code: code, message, at: origin.location, path: origin.path, hint: hint))
    }

    /// Warns about a part of a picture's file that is not shown.
    func warn(_ remark: ImageFault, _ fragment: Fragment) {
        let origin = fragment.element.node.origin
        engine.faults.warn(
            Diagnostic(
                .warning, code: remark.code, remark.message, at: origin.location,
                path: origin.path, hint: remark.hint))
    }

    /// Warns about a picture, shape or code without a size.
    func warnIfInvisible(_ fragment: Fragment) {
        let node = fragment.element.node
        guard fragment.size.isEmpty, fragment.isMeantToBeSeen else { return }
        engine.faults.warn(
            Diagnostic(
                .warning, code: "empty-box",
                "Expected a box with a width and a height, found \(inPx(fragment.size.width)) x "
                    + "\(inPx(fragment.size.height)), which is invisible.",
                at: node.origin.location, path: node.origin.path,
                hint: "give it a width or a height"))
    }
}

extension Fragment {
    fileprivate var isMeantToBeSeen: Bool {
        switch element.node.content {
        case .image, .qr: return true
        case .shape(let shape): return shape.outline != .line || (size == .zero)
        case .text: return element.isTextOnPath
        case .frame: return false
        }
    }
}

/// `U+0041`, with at least four digits.
private func codePoint(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

func inPx(_ size: Size) -> String { "\(inPx(size.width)) x \(inPx(size.height))" }
