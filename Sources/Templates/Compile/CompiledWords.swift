import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartScenes

/// The words beside the picture, in which only the card's arguments are missing.
struct CompiledWords: Sendable {
    private let title: CompiledSentence
    private let alt: CompiledSentence
    private let longAlt: CompiledSentence?
    private let caption: CompiledSentence
    private let action: CompiledSentence?
    private let usageTerms: CompiledSentence?
    private let source: Caption
    private let linkParameters: [LinkParameter]

    /// A sentence and where it was written.
    private struct CompiledSentence: Sendable {
        let message: BoundMessage
        let sentence: Sentence
        let origin: Origin
    }

    init(_ template: Template, _ resolver: Resolver) throws(CardError) {
        var faults: [Diagnostic] = []
        func compiled(_ sentence: Sentence) -> CompiledSentence {
            var message = BoundMessage()
            do throws(CardError) {
                message = try resolver.message(sentence)
            } catch { faults += error.diagnostics }
            return CompiledSentence(
                message: message, sentence: sentence, origin: resolver.origin(of: sentence))
        }
        title = compiled(template.title)
        alt = compiled(template.alt)
        longAlt = template.longAlt.map(compiled)
        caption = compiled(template.caption.text)
        action = template.caption.action.map(compiled)
        usageTerms = resolver.kit.usageTerms.map(compiled)
        source = template.caption
        linkParameters = source.linkParameters.map { resolver.completed($0, of: template) }
        if !faults.isEmpty { throw CardError(.template, faults) }
    }

    func resolved(
        _ arguments: Arguments, _ formats: CardFormats, _ resolver: Resolver
    ) throws(CardError) -> SceneWords {
        let formatter = SentenceFormatter(
            arguments: arguments, formats: formats, resolver: resolver)
        var words = SceneWords(
            title: try formatter.text(title), alt: try formatter.text(alt),
            caption: CaptionSource(
                text: try formatter.text(caption), link: source.link,
                linkParameters: linkParameters,
                hashtags: source.hashtags, mentions: source.mentions,
                shortening: source.shortening))
        if let longAlt { words.longAlt = try formatter.text(longAlt) }
        if let action { words.caption.action = try formatter.text(action) }
        if let usageTerms { words.usageTerms = try formatter.text(usageTerms) }
        words.origins = origins
        if arguments.holdTyped { words.written = try written(formatter) }
        return words
    }

    private func written(_ formatter: SentenceFormatter) throws(CardError)
        -> SceneWords.Sentences<String>
    {
        var written = SceneWords.Sentences<String>()
        written.title = try formatter.written(title)
        written.alt = try formatter.written(alt)
        written.longAlt = try formatter.written(longAlt)
        written.caption = try formatter.written(caption)
        written.action = try formatter.written(action)
        return written
    }

    /// Everything that sentences are formatted with.
    private struct SentenceFormatter {
        let arguments: Arguments
        let formats: CardFormats
        let resolver: Resolver

        func text(
            _ compiled: CompiledSentence, as style: ValueStyle = .isolated
        ) throws(CardError) -> String {
            do throws(MissingValue) {
                return try compiled.message.text(arguments, formats, as: style)
            } catch {
                throw resolver.missingValue(
                    error.reference, at: compiled.sentence.location, path: compiled.sentence.path)
            }
        }

        /// The sentence without parameter values; nil if it has none.
        func written(_ compiled: CompiledSentence?) throws(CardError) -> String? {
            guard let compiled, compiled.message.fixedText == nil else { return nil }
            return try text(compiled, as: .withoutTyped)
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

extension Resolver {
    /// The parameter with all names filled in that are known before the network is.
    fileprivate func completed(
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

    /// The origin of a sentence: the language's file, or the template.
    fileprivate func origin(of sentence: Sentence) -> Origin {
        if case .key(let key) = sentence.source, let found = words?[key] {
            return Origin(location: found.location, path: found.path)
        }
        return Origin(location: sentence.location, path: sentence.path)
    }
}
