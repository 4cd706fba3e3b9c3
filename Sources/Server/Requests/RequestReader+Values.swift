import BlueHeartDiagnostics
import BlueHeartRequests
import BlueHeartTemplates
import HTTPTypes

extension RequestReader {
    /// Checks that all values belong to public parameters.
    ///
    /// - Throws: 400 with every value that does not, or that is a picture where none is allowed.
    func check(_ values: ParameterValues, _ template: PublicTemplate) throws(Problem) {
        let faults = values.entries.compactMap { fault(of: $0, template) }
        guard let first = faults.first else { return }
        throw Problem(.badRequest, first.code, first.message, entries: faults)
    }

    private func fault(
        of entry: ParameterValues.Entry, _ template: PublicTemplate
    ) -> Problem.Entry? {
        let parameter = template.parameter(entry.name)
        switch entry.form {
        case .picture:
            return parameter?.kind == .image ? nil : unknownPicture(entry.name, template)
        case .text:
            guard let parameter else { return unknownParameter(entry.name, template) }
            guard parameter.kind == .image else { return nil }
            return Problem.Entry(
                parameter: parameter.name, code: "picture-in-address",
                message: "\(quoted(parameter.name)) is a picture, which no address can carry",
                hint: "send it with POST /v1/cards")
        }
    }

    private func unknownParameter(_ name: String, _ template: PublicTemplate) -> Problem.Entry {
        let names = template.parameters.map(\.name)
        return Problem.Entry(
            parameter: quotedName(name), code: "unknown-parameter",
            message: "\(quoted(template.name)) has no public parameter \(quoted(name))",
            hint: nameHint(for: name, among: names))
    }

    private func unknownPicture(_ name: String, _ template: PublicTemplate) -> Problem.Entry {
        let names = template.parameters.filter { $0.kind == .image }.map(\.name)
        return Problem.Entry(
            parameter: quotedName(name), code: "unknown-parameter",
            message: "\(quoted(template.name)) shows no picture \(quoted(name))",
            hint: names.isEmpty
                ? "choose a template with a parameter of type image"
                : "send the photo as \(names.joined(separator: ", "))")
    }
}

/// A name from the caller, truncated and without invisible characters.
func quotedName(_ name: String) -> String { String(quoted(name).dropFirst().dropLast()) }
