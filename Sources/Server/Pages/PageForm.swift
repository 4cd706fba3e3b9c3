import BlueHeartAddresses
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartTemplates

/// Form of the page: template, values, placement.
struct PageForm {
    let choice: PageChoice
    let catalog: PublicCatalog
    let words: PageWords
    let faults: PageFaults

    var html: HTML {
        """
        <div class="panel choices">
        \(gallery)\(PageFields(choice: choice, words: words, faults: faults).html)\(sizes)\
        <button class="main scriptless">\(words["page.showCard"])</button>
        </div>

        """
    }

    private var gallery: HTML {
        """
        <fieldset class="step"><legend><h2>1. \(words["page.choose"])</h2></legend>
        <div class="gallery">
        \(choice.kit.gallery.map(pick))</div>
        </fieldset>

        """
    }

    private func pick(_ entry: PublicTemplate) -> HTML {
        let isChosen: HTML = entry.name == choice.template.name ? " checked" : ""
        return """
            <label class="pick"><input type="radio" name="template" \
            value="\(entry.name)"\(isChosen)>\(thumbnail(entry))\
            <span>\(choice.kit.label(of: entry, in: choice.language))</span></label>

            """
    }

    private func thumbnail(_ entry: PublicTemplate) -> HTML {
        let placement = catalog.thumbnailPlacement(of: entry)
        let card = PublicCardRequest(
            kit: choice.kit, template: entry, placement: placement, language: choice.language,
            format: placement.formats[0],
            values: choice.kit.examples(of: entry, in: choice.language))
        return """
            <img src="\(card.pictureAddress)" alt="" loading="lazy" decoding="async" \
            width="\(placement.widthInPixels)" height="\(placement.heightInPixels)">
            """
    }

    private var sizes: HTML {
        let places = catalog.places(of: choice.template)
        let groups = catalog.placements.networks.compactMap { network -> HTML? in
            let options = places.filter { $0.network.name == network.name }.map(option)
            return options.isEmpty
                ? nil : "<optgroup label=\"\(words.title(of: network))\">\(options)</optgroup>\n"
        }
        return """
            <fieldset class="step" id="sizes"><legend><h2>3. \(words["page.where"])</h2></legend>
            <div class="field"><label for="place">\(words["page.size"])</label>
            <select id="place" name="\(PageChoice.placeName)" autocomplete="off">
            \(groups)</select></div>
            </fieldset>

            """
    }

    private func option(_ place: Place) -> HTML {
        let isChosen: HTML =
            place.placement.name == choice.placement.name
                && place.network.name == choice.network.name ? " selected" : ""
        return """
            <option value="\(place.name)"\(isChosen)>\(words.title(of: place.network)) · \
            \(words.title(of: place.placement)) · \(place.placement.widthInPixels) × \
            \(place.placement.heightInPixels)</option>
            """
    }
}

extension PublicCatalog {
    /// The smallest nearly square placement that is wide enough for the gallery.
    func thumbnailPlacement(of entry: PublicTemplate) -> Placement {
        let all = entry.template.placements.compactMap { placements[$0] }
        let suitable = all.filter { placement in
            let aspect = Double(placement.widthInPixels) / Double(placement.heightInPixels)
            return placement.widthInPixels >= 300 && (0.7...1.5).contains(aspect)
        }
        let best = (suitable.isEmpty ? all : suitable).min { $0.pixelCount < $1.pixelCount }
        guard let best else { preconditionFailure("a template has a placement") }
        return best
    }
}

extension Placement {
    fileprivate var pixelCount: Int { widthInPixels * heightInPixels }
}

extension PublicCardRequest {
    /// Address of the picture with the kit's version, so that browsers can keep it for ever.
    var pictureAddress: String {
        "\(path).\(format.fileExtension)\(canonicalQuery)&v=\(kit.version)"
    }

    /// Address of the archive with all placements of the template and the same values.
    var dropAddress: String {
        "/v1/drops/\(kit.name)/\(template.name).zip\(canonicalQuery)"
            + "&v=\(kit.version)"
    }
}
