import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartRequests
import BlueHeartTemplates

/// A template of the public catalogue.
///
/// A class, because every request holds it and there is one per server.
final class PublicTemplate: Sendable {
    /// Names in a query that are not parameters.
    static let reservedNames = ["lang", "download", "v"] + AddressSigner.names

    let template: Template
    /// Parameters that untrusted users can set.
    let parameters: [Parameter]
    /// True if its cards can be marked as made by a supporter.
    let hasSupporterMark: Bool

    init(_ template: Template) throws(CardError) {
        self.template = template
        parameters = template.parameters.filter(\.isPublic)
        hasSupporterMark = SupporterMark.isDrawn(by: template)
        let reserved = Self.reservedNames + [SupporterMark.entry.name]
        for parameter in parameters
        where reserved.contains(where: { isSameName($0, parameter.name) }) {
            throw CardError(
                .template,
                Diagnostic(
                    code: "reserved-name",
                    "a public parameter cannot be named \(quoted(parameter.name)), which means "
                        + "something else in an address", at: parameter.location))
        }
    }

    private init(_ other: PublicTemplate, parameters: [Parameter]) {
        template = other.template
        hasSupporterMark = other.hasSupporterMark
        self.parameters = parameters
    }

    var withoutOwnWords: PublicTemplate {
        PublicTemplate(self, parameters: parameters.filter { !$0.isPersonal })
    }

    var name: String { template.name }

    /// The declaration of a value: `name`, `people.3.name`.
    func parameter(_ name: String) -> Parameter? {
        parameters.parameter(named: name)
    }
}

extension Parameter {
    /// True if its values are users' own words, an unlimited set.
    var isPersonal: Bool {
        switch kind {
        case .text, .link, .number, .date, .image, .list: true
        case .color, .choice, .country: false
        }
    }
}
