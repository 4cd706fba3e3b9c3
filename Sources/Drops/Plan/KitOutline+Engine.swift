public import Diagnostics
public import Engine
import Languages
import Placements
import Templates

extension KitOutline {
    /// What a drop must know of a kit.
    ///
    /// - Parameters:
    ///   - kit: a name, or the path of a folder where it has a `/`.
    ///   - templates: names or paths; a path leads to its own folder's kit, where it has one.
    public static func read(
        _ engine: CardEngine, kit: String?, templates: [String] = []
    ) throws(CardError) -> KitOutline {
        let name = kit ?? CardJob.houseKit
        let choices = templates.map { CardJob.TemplateChoice($0) }
        let file = choices.first { if case .file = $0 { true } else { false } }
        let value: Kit
        if let file {
            value = try engine.kit(of: file, inKit: name)
        } else {
            value = try engine.kit(name)
        }
        // The kit of a single file may have no folder of its own among the kits.
        let names = file == nil ? try engine.templateNames(inKit: name) : []
        return KitOutline(
            name: value.name, languages: value.languages.map(\.language.tag), templates: names,
            placements: try engine.placements().map(\.name)
        ) { (text) throws(CardError) in
            let choice = CardJob.TemplateChoice(text)
            let template = try engine.template(choice, inKit: name)
            return TemplateOutline(
                name: template.name, choice: choice, placements: template.placements,
                parameters: template.parameters.map(\.name))
        }
    }
}
