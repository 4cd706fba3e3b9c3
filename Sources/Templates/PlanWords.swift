import Diagnostics
import JSON
import Languages
import Scenes

/// The words beside the picture, before anything is filled in.
struct PlanWords: Sendable {
    private let title: Spoken
    private let alt: Spoken
    private let longAlt: Spoken?
    private let caption: Spoken
    private let action: Spoken?
    private let usageTerms: Spoken?
    private let source: Caption
    private let linkParameters: [LinkParameter]

    /// A sentence and where it was written.
    private struct Spoken: Sendable {
        let speech: Speech
        let sentence: Sentence
        let origin: Origin
    }

    init(_ template: Template, _ scope: Scope) throws(CardError) {
        var faults: [Diagnostic] = []
        func spoken(_ sentence: Sentence) -> Spoken {
            var speech = Speech()
            do throws(CardError) {
                speech = try scope.speech(sentence, Notes())
            } catch { faults += error.diagnostics }
            return Spoken(speech: speech, sentence: sentence, origin: scope.origin(of: sentence))
        }
        title = spoken(template.title)
        alt = spoken(template.alt)
        longAlt = template.longAlt.map(spoken)
        caption = spoken(template.caption.text)
        action = template.caption.action.map(spoken)
        usageTerms = scope.kit.usageTerms.map(spoken)
        source = template.caption
        linkParameters = source.linkParameters.map { scope.filled($0, of: template) }
        if !faults.isEmpty { throw CardError(.template, faults) }
    }

    func shown(
        _ filled: FilledParameters, _ formats: CardFormats, _ scope: Scope
    ) throws(CardError) -> SceneWords {
        let saying = Saying(filled: filled, formats: formats, scope: scope)
        var words = SceneWords(
            title: try saying.text(title), alt: try saying.text(alt),
            caption: CaptionSource(
                text: try saying.text(caption), link: source.link, linkParameters: linkParameters,
                hashtags: source.hashtags, mentions: source.mentions,
                shortening: source.shortening))
        if let longAlt { words.longAlt = try saying.text(longAlt) }
        if let action { words.caption.action = try saying.text(action) }
        if let usageTerms { words.usageTerms = try saying.text(usageTerms) }
        words.origins = origins
        if filled.holdTyped { words.written = try written(saying) }
        return words
    }

    private func written(_ saying: Saying) throws(CardError) -> SceneWords.Sentences<String> {
        var written = SceneWords.Sentences<String>()
        written.title = try saying.written(title)
        written.alt = try saying.written(alt)
        written.longAlt = try saying.written(longAlt)
        written.caption = try saying.written(caption)
        written.action = try saying.written(action)
        return written
    }

    /// What sentences are said with.
    private struct Saying {
        let filled: FilledParameters
        let formats: CardFormats
        let scope: Scope

        func text(_ spoken: Spoken, as voice: Voice = .sentence) throws(CardError) -> String {
            do throws(MissingValue) {
                return try spoken.speech.spoken(filled, formats, as: voice)
            } catch {
                let place = JSONNode(.null, at: spoken.sentence.location)
                throw scope.missingValue(error.index, of: place, at: spoken.sentence.path)
            }
        }

        /// Without what a person typed; nil where that changes nothing.
        func written(_ spoken: Spoken?) throws(CardError) -> String? {
            guard let spoken, spoken.speech.fixedText == nil else { return nil }
            return try text(spoken, as: .written)
        }
    }

    private var origins: SceneWords.Sentences<Origin> {
        var origins = SceneWords.Sentences<Origin>()
        origins.title = title.origin
        origins.alt = alt.origin
        origins.longAlt = longAlt?.origin
        origins.caption = caption.origin
        origins.action = action?.origin
        return origins
    }
}

extension Scope {
    /// The parameter with all names filled in that are known before the network is.
    fileprivate func filled(
        _ parameter: LinkParameter, of template: Template
    ) -> LinkParameter {
        let values = [
            "kit": kit.name, "template": template.name, "placement": canvas.placement,
            "language": language.tag,
        ]
        var text = ""
        for part in parameter.value.split(separator: "{", omittingEmptySubsequences: false) {
            let pieces = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            if pieces.count == 2, let value = values[String(pieces[0])] {
                text += value + pieces[1]
            } else {
                text += (pieces.count == 2 ? "{" : "") + part
            }
        }
        return LinkParameter(name: parameter.name, value: text)
    }

    /// Where the words of a sentence were written: in the language's file, or in the template.
    fileprivate func origin(of sentence: Sentence) -> Origin {
        if case .key(let key) = sentence.source, let found = words?[key] {
            return Origin(location: found.location, path: found.path)
        }
        return Origin(location: sentence.location, path: sentence.path)
    }
}
