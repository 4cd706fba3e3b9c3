import BlueHeartAddresses
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTemplates

/// `/frame`: a photograph in a frame of the kit, composed in the browser.
struct FramePage {
    let kit: PublicKit
    let catalog: PublicCatalog
    let words: PageWords
    /// True if the server takes photographs from everybody.
    let takesPhotos: Bool
    /// Caption, links and next step after framing.
    let after: HTML?

    /// A template that is transparent where the photograph goes.
    struct Frame {
        var template: PublicTemplate
        /// The public parameter that takes the photograph.
        var photo: Parameter
        var placement: Placement
    }

    /// Templates with a public image parameter and a circular placement.
    static func frames(of kit: PublicKit, in catalog: PublicCatalog) -> [Frame] {
        kit.templates.compactMap { entry in
            let placements = entry.template.placements.compactMap { catalog.placements[$0] }
            let photo = entry.parameters.first { $0.kind == .image && $0.standard == nil }
            guard let photo, let placement = placements.first(where: \.isCircular) else {
                return nil
            }
            return Frame(template: entry, photo: photo, placement: placement)
        }
    }

    /// A frame without a photograph, drawn over one.
    struct Overlay {
        var label: String
        var address: String
        /// The choice of this variant.
        var value: ParameterValues.Entry?
    }

    func main(_ frames: [Frame]) -> HTML {
        """
        <div class="wide lead"><h1>\(words["frame.title"])</h1><p>\(words["frame.lead"])</p></div>
        <div class="wide bench scripted">
        <div class="panel choices frame">
        \(photo)\(choices(frames))</div>
        <section class="panel result" id="card" aria-labelledby="board-title" tabindex="-1">
        <h2 id="board-title">\(words["frame.board"])</h2>
        <div class="board"><canvas id="board" width="1080" height="1080" role="img" \
        aria-labelledby="board-title"></canvas></div>
        \(controls)<div class="row"><button type="button" class="main" id="save" data-needs-photo disabled \
        data-name="blue-heart-photo.png" data-failed="\(words["frame.notSaved"])">\
        \(words["frame.save"])</button>
        <button type="button" id="share-photo" data-needs-photo disabled hidden>\
        \(words["frame.share"])</button></div>
        \(after)</section>
        </div>
        \(takesPhotos ? frames.map(upload) : [deviceOnly])\
        \(PageMessages(words: words).html)

        """
    }

    /// Media types of photographs, for an `accept` attribute.
    var photoTypes: String { ImageFormat.ofPhotos.map(\.mediaType).joined(separator: ",") }

    private var photo: HTML {
        """
        <div class="field"><label for="photo">\(words["frame.photo"])</label>
        <input type="file" id="photo" accept="\(photoTypes)" \
        aria-describedby="photo-help photo-wrong" data-done="\(words["frame.ready"])" \
        data-kept="\(words["frame.kept"])" data-wrong="\(words["frame.wrong"])" \
        data-damaged="\(words["frame.damaged"])" data-large="\(words["frame.large"])" \
        data-unread="\(words.naming(formatsIn: "frame.unread"))">
        <p class="wrong" id="photo-wrong" role="alert"></p>
        <p class="help" id="photo-help">\(words.naming(formatsIn: "frame.photoHelp"))</p></div>

        """
    }

    private func choices(_ frames: [Frame]) -> HTML {
        let options = frames.flatMap(overlays).enumerated().map { index, overlay -> HTML in
            let isFirst: HTML = index == 0 ? " checked" : ""
            return """
                <label class="pick"><input type="radio" name="frame" value="\(index)" \
                data-overlay="\(overlay.address)"\(isFirst)>\
                <img src="\(overlay.address)" alt="" width="1080" height="1080">\
                <span>\(overlay.label)</span></label>

                """
        }
        return """
            <fieldset class="step"><legend>\(words["frame.kind"])</legend>
            <div class="gallery">
            \(options)</div></fieldset>

            """
    }

    /// A frame in each variant of its first choice parameter.
    func overlays(_ frame: Frame) -> [Overlay] {
        let choice = frame.template.parameters.first { $0.kind == .choice }
        let values: [(String, String?)] =
            choice?.choices.map { ($0.value, kit.text($0.label, in: words.language)) } ?? []
        let forms: [(ParameterValues, String)] =
            values.isEmpty
            ? [(ParameterValues(), kit.label(of: frame.template, in: words.language))]
            : values.map { (ParameterValues([.init(choice?.name ?? "", $0.0)]), $0.1 ?? $0.0) }
        return forms.map { values, label in
            let card = PublicCardRequest(
                kit: kit, template: frame.template, placement: frame.placement,
                language: words.language, format: .png, values: values)
            return Overlay(
                label: label, address: card.pictureAddress, value: values.entries.first)
        }
    }

    private var controls: HTML {
        """
        <div class="handles"><p class="help">\(words["frame.move"])</p>
        <div class="field"><label for="zoom">\(words["frame.zoom"])</label>
        <input type="range" id="zoom" min="1" max="4" step="0.01" value="1" data-needs-photo \
        disabled>
        </div>
        <div class="pad" data-edge="\(words["frame.edge"])">\
        \(["up", "left", "right", "down"].map(arrow))</div>
        <button type="button" class="small" id="reset" data-needs-photo disabled>\
        \(words["frame.reset"])</button></div>

        """
    }

    private func arrow(_ way: String) -> HTML {
        let sign = ["up": "↑", "left": "←", "right": "→", "down": "↓"][way] ?? ""
        return """
            <button type="button" data-move="\(way)" data-needs-photo disabled \
            aria-label="\(words["frame.\(way)"])">\(sign)</button>
            """
    }
}
