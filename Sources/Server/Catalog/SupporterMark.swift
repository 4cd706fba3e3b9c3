import Diagnostics
import Requests
import Templates

/// The line by which a card says that a supporter made it, and not the campaign.
///
/// A template has it where it has a choice `maker` with the value `supporter`, for which its footer
/// has other words. Only the server and the campaign's own people make that choice.
enum SupporterMark {
    static let entry = ParameterValues.Entry("maker", "supporter")

    static func isDrawn(by template: Template) -> Bool {
        template.parameters.contains { parameter in
            isSameName(parameter.name, entry.name)
                && parameter.choices.contains { isSameName($0.value, entry.value) }
        }
    }
}

extension Parameter {
    /// Whether a card may say something new with it: names and countries do, colours do not.
    var speaks: Bool { isPersonal || kind == .country }
}

extension PublicCatalog {
    /// Templates whose cards say what strangers want and not who says it: `blue-heart/frame`.
    var unmarkedTemplates: [String] {
        kits.flatMap { kit in
            kit.templates
                .filter { !$0.hasSupporterMark && $0.parameters.contains(where: \.speaks) }
                .map { "\(kit.name)/\($0.name)" }
        }
    }
}
