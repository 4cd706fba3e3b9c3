import Addresses
import Diagnostics
import HTTPTypes
import Placements
import Templates
import Words

extension QuestionReader {
    /// A card that is asked for in a body.
    ///
    /// - Throws: as `read` does for an address; 422 for a photo that is none of the template's.
    func read(
        _ job: PostedJob, wishes: Wishes
    ) throws(Problem) -> (CardFile, CardQuestion) {
        let kit = try self.kit(job.kit ?? catalog.defaultKit)
        let template = try self.template(job.template, of: kit)
        let placement = try self.placement(job.placement, of: template)
        let name = ([placement.name] + [job.answer].compactMap(\.self)).joined(separator: ".")
        guard let file = CardFile(name) else { throw unknownAnswer(job.answer ?? "") }
        var vary: [String] = []
        let pairs = job.language.map { [Query.Pair("lang", $0)] } ?? []
        let language = try self.language(Query(pairs), kit.kit, wishes, &vary)
        let format = try self.format(file.part, placement, wishes, &vary)
        for pair in job.parameters where isReserved(pair.name) {
            throw Problem(
                .badRequest, parameter: pair.name, "unknown-parameter",
                "expected a parameter of the template, found \(quoted(pair.name))")
        }
        let filling = try self.filling(Query(job.parameters), template)
        for name in job.photos.keys.sorted() {
            guard template.parameter(name)?.kind == .image else {
                throw unknownPhoto(name, template)
            }
        }
        let question = CardQuestion(
            kit: kit, template: template, placement: placement, language: language,
            format: format, filling: filling, photos: job.photos)
        return (file, question)
    }

    private func unknownAnswer(_ answer: String) -> Problem {
        let answers = CardPart.all(network: "{network}").map { String($0.suffix.dropFirst()) }
        return Problem(
            .badRequest, parameter: "format", "unknown-choice",
            "expected \(alternatives(answers)), found \(quoted(answer))")
    }

    private func unknownPhoto(_ name: String, _ template: TemplateEntry) -> Problem {
        let names = template.parameters.filter { $0.kind == .image }.map(\.name)
        return Problem(
            .badRequest, parameter: quotedName(name), "unknown-parameter",
            "\(quoted(template.template.name)) shows no picture \(quoted(name))",
            hint: names.isEmpty
                ? "choose a template with a parameter of type image"
                : "send the photo as \(names.joined(separator: ", "))")
    }
}
