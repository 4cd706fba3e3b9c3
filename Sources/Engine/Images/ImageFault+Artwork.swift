import BlueHeartArtwork
import BlueHeartDiagnostics
import BlueHeartDrawing

extension ImageFault {
    /// A drawing that cannot be drawn at all.
    init(_ error: ArtworkError, name: String) {
        let (code, hint) = cure(for: error)
        self.init(
            code: code,
            message: "the picture \(quoted(name, limit: 300)) cannot be shown: \(error)",
            hint: hint)
    }

    /// A part of a drawing that is not drawn.
    init(_ finding: ArtworkFinding, name: String) {
        self.init(
            code: "artwork-not-drawn",
            message: "\(quoted(name, limit: 300)), \(finding.place), element "
                + "\(finding.element): \(finding.message)",
            hint: finding.cure)
    }
}

private func cure(for error: ArtworkError) -> (code: String, hint: String) {
    switch error {
    case .notSVG: ("image-format", "save it as JPEG, PNG, WebP or SVG")
    case .damagedCompression, .malformed:
        ("image-damaged", "export it once more from where it was drawn")
    case .noSize: ("image-unsupported", "give the svg element a viewBox")
    case .tooManyBytes, .tooManyElements, .tooDeep, .tooManyAttributes, .tooManyStyleRules,
        .tooManyDrawnElements, .tooManySegments, .tooCostly:
        ("image-too-large", "simplify the drawing, or save it as PNG")
    }
}
