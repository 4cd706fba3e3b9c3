import BlueHeartDiagnostics
import BlueHeartRequests
import BlueHeartTemplates

/// The line on a card that says a supporter made it, not the campaign.
///
/// A template has this mark if it has a choice `maker` with the value `supporter`, which selects
/// other words for the footer. Only the server and the campaign's staff set that choice.
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
    /// True if the parameter can change what a card says: names and countries can, colours cannot.
    var speaks: Bool { isPersonal || kind == .country }
}

extension PublicCatalog {
    /// Templates that show users' words without a supporter's mark: `blue-heart/frame`.
    var unmarkedTemplates: [String] {
        kits.flatMap { kit in
            kit.templates
                .filter { !$0.hasSupporterMark && $0.parameters.contains(where: \.speaks) }
                .map { "\(kit.name)/\($0.name)" }
        }
    }
}
