import BlueHeartDiagnostics
import HTTPTypes

extension Problem {
    /// Response to an error of the engine.
    ///
    /// Faults of the caller's words and pictures are reported in full, faults of a kit as 500.
    init(_ error: CardError, _ card: PublicCardRequest) {
        let errors = error.diagnostics.filter { $0.severity == .error }
        switch error.kind {
        case .data: self = .refused(errors, card)
        case .template, .asset:
            // Every card of a kit is checked with its examples: if a layout fails with the caller's
            // words or pictures, they are the reason.
            let own = errors.filter { Self.codesOfCallers.contains($0.code) }
            let areOwn = card.isPersonal && own.count == errors.count && !own.isEmpty
            self = areOwn ? .refused(own, card) : .internalFault
        case .busy, .output: self = .internalFault
        }
    }

    private static func refused(
        _ diagnostics: [Diagnostic], _ card: PublicCardRequest
    ) -> Problem {
        let entries = diagnostics.map { diagnostic in
            // Callers know parameters, not nodes of the template.
            let parameter: String? =
                if case .key(let name)? = diagnostic.path.steps.first,
                    card.template.parameter(name) != nil
                { name } else {
                    diagnostic.code.utf8.starts(with: "image-".utf8) ? card.onlyPicture : nil
                }
            return Entry(
                parameter: parameter, code: diagnostic.code, message: diagnostic.message,
                hint: diagnostic.hint)
        }
        let code = entries.first?.code ?? "refused"
        let more = entries.count > 1 ? " (and \(entries.count - 1) more)" : ""
        return Problem(
            .unprocessableContent, code, (entries.first?.message ?? "refused") + more,
            entries: entries)
    }

    /// Faults of layout and pictures that depend on parameter values.
    private static let codesOfCallers: Set<String> = [
        "content-overflow", "qr-too-long", "qr-too-small",
        "image-format", "image-too-large", "image-truncated", "image-damaged",
        "image-unsupported", "image-misnamed", "image-missing",
    ]
}
