import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartTemplates

/// Fields of the form for the public parameters of a template.
struct PageFields {
    let choice: PageChoice
    let words: PageWords
    let faults: PageFaults

    var html: HTML {
        let fields = choice.template.parameters.filter { ![.image, .list].contains($0.kind) }.map(
            field)
        let body: HTML =
            fields.isEmpty
            ? "<p class=\"help\">\(words["page.nothing"])</p>\n"
            : "<div class=\"fields\">\n\(fields)</div>\n"
        return """
            <fieldset class="step" id="fields"><legend><h2>2. \(words["page.personalise"])</h2></legend>
            \(body)</fieldset>

            """
    }

    private func field(_ parameter: Parameter) -> HTML {
        """
        <div class="field">
        <label for="\(id(parameter))">\(label(parameter))\(optional(parameter))</label>
        \(input(parameter))
        <div id="note-\(parameter.name)" data-field="\(id(parameter))">\(note(parameter))</div>
        </div>

        """
    }

    private func id(_ parameter: Parameter) -> String { "p-\(parameter.name)" }

    private func label(_ parameter: Parameter) -> String {
        choice.kit.label(of: parameter, in: choice.language)
    }

    private func optional(_ parameter: Parameter) -> HTML {
        parameter.isRequired || parameter.kind == .choice
            ? "" : " <span class=\"help\">(\(words["page.optional"]))</span>"
    }

    /// Help and fault of a field; the script replaces it while somebody types.
    private func note(_ parameter: Parameter) -> HTML {
        let help = choice.kit.text(parameter.help, in: choice.language)
        let fault = faults[parameter]
        return """
            \(fault.map { "<p class=\"wrong\">\($0)</p>" as HTML })\
            \(help.map { "<p class=\"help\">\($0)</p>" as HTML })
            """
    }

    /// Attributes of all kinds of fields: id, name, description and validity.
    private func common(_ parameter: Parameter) -> HTML {
        let isWrong = faults[parameter] != nil
        return """
            id="\(id(parameter))" name="\(parameter.name)" \
            aria-describedby="note-\(parameter.name)" \
            aria-invalid="\(isWrong ? "true" : "false")" autocomplete="off"
            """
    }

    private func input(_ parameter: Parameter) -> HTML {
        let value = choice.value(parameter) ?? ""
        switch parameter.kind {
        case .text where parameter.allowsLines:
            return "<textarea \(common(parameter)) dir=\"auto\" rows=\"3\">\n\(value)</textarea>"
        // Pictures and lists are no fields of the form.
        case .text, .color, .image, .list:
            return """
                <input type="text" \(common(parameter)) dir="auto" value="\(value)"\
                \(placeholder(parameter))>
                """
        case .link: return "<input type=\"url\" \(common(parameter)) value=\"\(value)\">"
        case .number:
            return "<input type=\"number\" step=\"any\" \(common(parameter)) value=\"\(value)\">"
        case .date: return "<input type=\"date\" \(common(parameter)) value=\"\(value)\">"
        case .choice: return select(parameter, choices(parameter), value)
        case .country: return select(parameter, [("", "–")] + countries, value)
        }
    }

    private func placeholder(_ parameter: Parameter) -> HTML {
        let example = choice.kit.text(parameter.example, in: choice.language)
        return example.map { " placeholder=\"\($0)\"" } ?? ""
    }

    private func choices(_ parameter: Parameter) -> [(value: String, label: String)] {
        parameter.choices.map { entry in
            (entry.value, choice.kit.text(entry.label, in: choice.language) ?? entry.value)
        }
    }

    private var countries: [(value: String, label: String)] {
        choice.language.countries().map { ($0.code, $0.name) }
    }

    private func select(
        _ parameter: Parameter, _ options: [(value: String, label: String)], _ value: String
    ) -> HTML {
        let standard = parameter.standard?.literal
        let chosen = value.isEmpty ? standard ?? "" : value
        // The default is sent as an empty value, so that it is not carried to another card.
        let items = options.map { option -> HTML in
            let isChosen: HTML = option.value == chosen ? " selected" : ""
            let sent = option.value == standard ? "" : option.value
            return "<option value=\"\(sent)\"\(isChosen)>\(option.label)</option>"
        }
        return "<select \(common(parameter))>\(items)</select>"
    }
}
