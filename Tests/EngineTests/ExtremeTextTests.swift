import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartRequests
import BlueHeartTemplates
import BlueHeartTestbench
import Testing

/// The house's kit with the shortest and longest that people can type.
///
/// One placement of each family; what is in words must give a card, a word too long for any line a
/// card or an error that says what to do.
@Suite struct ExtremeTextTests {
    private static let templates = [
        "supporter", "quote", "event", "partner", "photo", "heart-photo",
    ]
    private static let families = [
        "square", "tall", "story", "pin", "x", "fb-cover", "ad-320x100", "ad-300x250", "ad-160x600",
    ]

    private let engine = CardEngine(EngineOptions(home: projectFolder, defaultKit: "blue-heart"))

    @Test(arguments: templates, ExtremeText.languages)
    func whatPeopleTypeGivesACard(template: String, language: String) throws {
        let worker = engine.worker()
        for shape in [ExtremeText.oneLetter, .words, .capitals, .mixed] {
            for request in try requests(template, language, typed: shape) {
                let errors = faults(of: request, worker)
                #expect(
                    errors == [], "\(shape) at \(request.placement ?? ""): \(request.values.texts)")
            }
        }
    }

    @Test(arguments: templates)
    func aWordWithoutEndGivesACardOrAClearError(template: String) throws {
        let worker = engine.worker()
        for request in try requests(template, "en", typed: .oneWord) {
            for error in faults(of: request, worker) {
                #expect(Self.ofRoom.contains(error.code), "\(error)")
                #expect(error.hint != nil && error.location != nil, "\(error)")
            }
        }
    }

    private func faults(of request: CardRequest, _ worker: CardWorker) -> [Diagnostic] {
        do throws(CardError) {
            _ = try worker.dryRun(request)
            return []
        } catch {
            return error.diagnostics
        }
    }

    private static let ofRoom = ["text-overflow", "content-overflow"]

    /// Each text that people may type, one after the other, the rest as in the examples.
    private func requests(
        _ template: String, _ language: String, typed shape: ExtremeText
    ) throws -> [CardRequest] {
        let read = try engine.catalog.template(.named(template), inKit: nil).template
        let places = Self.families.filter(read.placements.contains)
        return typedTexts(of: read).flatMap { name, limit in
            places.map { place in
                var values = standing(of: read, in: language)
                values.set(name, to: shape.text(in: language, limit: limit))
                return CardRequest(
                    template: .named(template), language: language, placement: place,
                    values: values)
            }
        }
    }

    private func typedTexts(of template: Template) -> [(String, Int)] {
        template.parameters.compactMap { parameter in
            guard parameter.kind == .text, let limit = parameter.maxLength else { return nil }
            return (parameter.name, limit)
        }
    }

    /// What else the template needs; a photograph, since its credit and description need one, and
    /// the mark of a supporter, who types all this.
    private func standing(of template: Template, in language: String) -> ParameterValues {
        var values = ParameterValues()
        for parameter in template.parameters {
            switch parameter.kind {
            case .text where parameter.isRequired:
                values.set(parameter.name, to: ExtremeText.oneLetter.text(in: language, limit: 1))
            case .image where parameter.name == "photo": values.set("photo", to: "dawn.svg")
            case .choice where parameter.name == "maker": values.set("maker", to: "supporter")
            default:
                if parameter.isRequired, let example = parameter.example?.literal {
                    values.set(parameter.name, to: example)
                }
            }
        }
        if values["photo"] != nil {
            let word = ExtremeText.words.text(in: language, limit: 20)
            values.set("picture", to: word)
            values.set("credit", to: word)
        }
        return values
    }
}
