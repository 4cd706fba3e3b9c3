/// The forms in which files may write a value, for the JSON Schemas and the reference tables.
package indirect enum Form: Sendable {
    case number(ClosedRange<Double>, unit: String)
    case integer(ClosedRange<Int>, unit: String)
    /// A number in braces that depends on parameters: `"{share}"`, with what may follow the braces.
    case expression(suffixes: [String])
    case boolean
    /// Just this value: `false`.
    case constant(Bool)
    case null
    /// A string; `pattern` is a regular expression of ECMA 262 for the whole text.
    case text(pattern: String?)
    /// A name of the kit's spacing, colours, styles or the like; a schema for one kit lists them.
    case name(KitNames)
    /// One of some strings, each with a sentence that explains it.
    case choice([ChoiceForm])
    /// A form with a name that a schema defines once.
    case defined(String, Definition)
    /// An object with declared fields.
    case object(LazyTable)
    /// An object whose names the file's author chooses; `pattern` is what a name looks like.
    case map(pattern: String?, Form)
    /// A node of any type, or one that is always there and just one.
    case node(isSingle: Bool)
    /// Fields that change those of a table: each as it is, in part, or `null`.
    case changes(LazyTable)
    /// An object of severities by the code of a check.
    case checks
    case list(Form, count: ClosedRange<Int>)
    case anyOf([Form])

    /// A form by name, found only when it is needed: nodes hold nodes.
    package struct Definition: Sendable {
        let summary: String
        let form: @Sendable () -> Form
    }

    package struct ChoiceForm: Sendable {
        let value: String
        let summary: String

        package init(value: String, summary: String) {
            self.value = value
            self.summary = summary
        }
    }
}

/// Names that a kit gives, which a schema for one kit lists.
package enum KitNames: String, CaseIterable, Sendable {
    case colors, spacing, fonts, styles, links, placements, languages, words, artwork, templates
    /// Placements, and families of them.
    case placementUses
}

extension Form {
    static var spacing: Form { .name(.spacing) }

    package static func defined(
        _ name: String, _ summary: String, _ form: @escaping @Sendable () -> Form
    ) -> Form {
        .defined(name, Definition(summary: summary, form: form))
    }
}
