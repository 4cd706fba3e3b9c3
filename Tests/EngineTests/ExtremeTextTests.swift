import Diagnostics
import Engine
import Templates
import Testbench
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

    private let engine = CardEngine(EngineOptions(home: projectFolder))

    @Test(arguments: templates, ExtremeText.languages)
    func whatPeopleTypeGivesACard(template: String, language: String) throws {
        let worker = engine.worker()
        for shape in [ExtremeText.oneLetter, .words, .capitals, .mixed] {
            for job in try jobs(template, language, typed: shape) {
                let errors = faults(of: job, worker)
                #expect(errors == [], "\(shape) at \(job.placement): \(job.filling)")
            }
        }
    }

    @Test(arguments: templates)
    func aWordWithoutEndGivesACardOrAClearError(template: String) throws {
        let worker = engine.worker()
        for job in try jobs(template, "en", typed: .oneWord) {
            for error in faults(of: job, worker) {
                #expect(Self.ofRoom.contains(error.code), "\(error)")
                #expect(error.hint != nil && error.location != nil, "\(error)")
            }
        }
    }

    private func faults(of job: CardJob, _ worker: CardWorker) -> [Diagnostic] {
        do throws(CardError) {
            _ = try worker.rehearse(job)
            return []
        } catch {
            return error.diagnostics
        }
    }

    private static let ofRoom = ["text-overflow", "content-overflow"]

    /// Each text that people may type, one after the other, the rest as in the examples.
    private func jobs(
        _ template: String, _ language: String, typed shape: ExtremeText
    ) throws -> [CardJob] {
        let read = try engine.template(.named(template), inKit: CardJob.houseKit)
        let places = Self.families.filter(read.placements.contains)
        return typedTexts(of: read).flatMap { name, limit in
            places.map { place in
                var filling = standing(of: read, in: language)
                filling[name] = shape.text(in: language, limit: limit)
                return CardJob(
                    template: .named(template), language: language, placement: place,
                    filling: filling)
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
    private func standing(of template: Template, in language: String) -> [String: String] {
        var filling: [String: String] = [:]
        for parameter in template.parameters {
            switch parameter.kind {
            case .text where parameter.isRequired:
                filling[parameter.name] = ExtremeText.oneLetter.text(in: language, limit: 1)
            case .image where parameter.name == "photo": filling["photo"] = "dawn.svg"
            case .choice where parameter.name == "maker": filling["maker"] = "supporter"
            default:
                if parameter.isRequired { filling[parameter.name] = parameter.example?.literal }
            }
        }
        if filling["photo"] != nil {
            let word = ExtremeText.words.text(in: language, limit: 20)
            (filling["picture"], filling["credit"]) = (word, word)
        }
        return filling
    }
}
