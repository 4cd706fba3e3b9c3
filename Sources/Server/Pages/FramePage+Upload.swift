import BlueHeartAddresses
import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTemplates

extension FramePage {
    /// Form for browsers without script: the server frames the photograph and keeps nothing.
    func upload(_ frame: Frame) -> HTML {
        """
        <form class="wide scriptless upload" method="post" action="/v1/cards" \
        enctype="multipart/form-data"><div class="panel choices frame">
        \(hidden(frame).map(field))<p>\(words["frame.scriptless"])</p>
        <div class="field"><label for="upload-\(name(frame))">\(words["frame.photo"])</label>
        <input type="file" id="upload-\(name(frame))" name="\(frame.photo.name)" required \
        accept="\(photoTypes)"></div>
        \(forms(frame))<div class="row"><button class="main">\(words["frame.save"])</button></div>
        </div></form>

        """
    }

    /// Note for browsers without script on a server that takes no photographs.
    var deviceOnly: HTML {
        """
        <div class="wide scriptless upload"><div class="panel"><p>\(words["frame.deviceOnly"])</p>
        </div></div>

        """
    }

    private func name(_ frame: Frame) -> String { frame.template.name }

    private func hidden(_ frame: Frame) -> [Query.Pair] {
        [
            Query.Pair("kit", kit.name), Query.Pair("template", name(frame)),
            Query.Pair("placement", frame.placement.name),
            Query.Pair("lang", words.language.tag), Query.Pair("format", "png"),
            Query.Pair("download", "1"),
        ]
    }

    private func field(_ pair: Query.Pair) -> HTML {
        "<input type=\"hidden\" name=\"\(pair.name)\" value=\"\(pair.value)\">\n"
    }

    private func forms(_ frame: Frame) -> HTML? {
        let radios = overlays(frame).enumerated().compactMap { index, overlay -> HTML? in
            overlay.value.map { radio(overlay, $0, isFirst: index == 0) }
        }
        guard !radios.isEmpty else { return nil }
        return """
            <fieldset class="step"><legend>\(words["frame.kind"])</legend>
            <div class="gallery">
            \(radios)</div></fieldset>

            """
    }

    private func radio(_ overlay: Overlay, _ value: ParameterValues.Entry, isFirst: Bool) -> HTML {
        let isChosen: HTML = isFirst ? " checked" : ""
        return """
            <label class="pick"><input type="radio" name="\(value.name)" \
            value="\(value.value)"\(isChosen)>\
            <img src="\(overlay.address)" alt="" loading="lazy" width="1080" height="1080">\
            <span>\(overlay.label)</span></label>

            """
    }
}
