import Diagnostics
import Geometry
import JSON
import Scenes
import Synchronization

/// A template with some of its variants, for one placement and language.
struct SceneLayout: Sendable {
    let root: PlanNode
    let words: PlanWords
    let scope: Scope

    init(_ template: Template, _ variants: [Variant], _ base: Scope) throws(CardError) {
        var scope = base
        if let reference = variants.last(where: { $0.reference != nil })?.reference {
            scope.canvas = base.canvas.scaled(to: reference)
        }
        var applier = VariantApplier(variants)
        let json = applier.applied(to: template.scene)
        let path = JSONPath([.key("scene")])
        var faults = applier.faults
        var plans: [PlanNode] = []
        var words: PlanWords?
        do throws(CardError) {
            plans = try scope.plans(json, at: path, Notes())
        } catch { faults += error.diagnostics }
        do throws(CardError) {
            words = try PlanWords(template, scope)
        } catch { faults += error.diagnostics }
        guard faults.isEmpty, let words else { throw CardError(.template, faults) }
        precondition(plans.count == 1, "a scene of \(plans.count) nodes was read")
        root = plans[0]
        self.words = words
        self.scope = scope
    }
}

extension Canvas {
    fileprivate func scaled(to reference: Size) -> Canvas {
        var canvas = self
        canvas.scale = min(width / reference.width, height / reference.height)
        return canvas
    }
}

/// The words beside the picture, before anything is filled in.
struct PlanWords: Sendable {
    private let title: Speech
    private let alt: Speech
    private let longAlt: Speech?
    private let caption: Speech
    private let action: Speech?

    init(_ template: Template, _ scope: Scope) throws(CardError) {
        var faults: [Diagnostic] = []
        func speech(_ sentence: Sentence) -> Speech {
            do throws(CardError) {
                return try scope.speech(sentence, Notes())
            } catch {
                faults += error.diagnostics
                return Speech()
            }
        }
        title = speech(template.title)
        alt = speech(template.alt)
        longAlt = template.longAlt.map(speech)
        caption = speech(template.caption.text)
        action = template.caption.action.map(speech)
        if !faults.isEmpty { throw CardError(.template, faults) }
    }

    func shown(
        _ filled: FilledParameters, _ formats: CardFormats, _ scope: Scope, _ template: Template
    ) throws(CardError) -> SceneWords {
        func text(_ speech: Speech, _ sentence: Sentence) throws(CardError) -> String {
            do throws(MissingValue) {
                return try speech.spoken(filled, formats)
            } catch {
                let place = JSONNode(.null, at: sentence.location)
                throw scope.missingValue(error.index, of: place, at: sentence.path)
            }
        }
        var words = SceneWords(
            title: try text(title, template.title), alt: try text(alt, template.alt),
            caption: CaptionSource(
                text: try text(caption, template.caption.text), link: template.caption.link,
                hashtags: template.caption.hashtags, mentions: template.caption.mentions))
        if let action, let sentence = template.caption.action {
            words.caption.action = try text(action, sentence)
        }
        if let longAlt, let sentence = template.longAlt {
            words.longAlt = try text(longAlt, sentence)
        }
        return words
    }
}

/// Layouts by the variants that hold.
///
/// Owned by a plan, and as old as it; holds at most 64, and makes the rest anew each time.
final class SceneLayoutCache: Sendable {
    private let layouts = Mutex<[UInt64: SceneLayout]>([:])
    private static let limit = 64

    subscript(mask: UInt64) -> SceneLayout? {
        get { layouts.withLock { $0[mask] } }
        set {
            layouts.withLock { held in
                if held.count < Self.limit { held[mask] = newValue }
            }
        }
    }
}
