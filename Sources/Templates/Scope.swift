public import Diagnostics
import Geometry
import JSON
import Languages
import Placements

/// All that the JSON of a node is read against.
struct Scope: Sendable {
    enum Aim: Sendable {
        /// Looks for faults: every `when` counts as true, words and values are stand-ins.
        case checking
        /// Makes what is shown.
        case showing
    }

    var aim: Aim
    var kit: Kit
    /// In the order of the template.
    var parameters: [Parameter]
    var styles: StyleTable
    var canvas: Canvas
    var language: Language
    /// Nil while checking.
    var words: WordList?
    /// Nil while nothing is filled in.
    var filled: FilledParameters?
    /// The way the parent lays out.
    var direction: TextDirection
    /// Whether something around the node is drawn flipped.
    var isFlipped = false
    var locals = Locals()
    /// The places of the nodes to look at while checking; nil for all.
    var checkedNodes: Set<SourceLocation>?
    /// Where nodes stood before variants moved them.
    var paths: [SourceLocation: JSONPath] = [:]
    /// Whether a condition on a parameter that is not there fails, instead of being a fault.
    var toleratesUnknownParameters = false

    /// What sentences inside a repeat may name.
    struct Locals: Sendable {
        var index: Int?
        var item: Speech?
    }

    /// Against which a kit's own styles are checked.
    static func checking(_ kit: Kit) -> Scope {
        Scope(
            aim: .checking, kit: kit, parameters: [], styles: kit.styles,
            canvas: .standIn, language: Language(tag: "en", direction: .leftToRight),
            direction: .leftToRight)
    }
}

/// The card in px, and how long a px of the template's reference is on it.
struct Canvas: Sendable {
    var width: Double
    var height: Double
    var safe: Insets
    /// Px of the card for each px of the reference.
    var scale: Double
    /// Px of the screen on which people see the card.
    var displayWidth: Double
    var placement: String

    static let standIn = Canvas(
        width: 1080, height: 1080, safe: .zero, scale: 1, displayWidth: phoneWidth,
        placement: "square")

    init(
        width: Double, height: Double, safe: Insets, scale: Double, displayWidth: Double,
        placement: String
    ) {
        self.width = width
        self.height = height
        self.safe = safe
        self.scale = scale
        self.displayWidth = displayWidth
        self.placement = placement
    }

    /// The card of a placement, in its own px.
    init(_ placement: Placement) {
        self.init(
            width: Double(placement.widthInPixels), height: Double(placement.heightInPixels),
            safe: placement.safeInsets, scale: 1,
            displayWidth: placement.displayWidth ?? Self.phoneWidth, placement: placement.name)
    }
}

/// What is found out while the nodes of one card are read.
///
/// Owned by the call that reads them; ends with it.
final class Notes {
    /// Whether anything read so far hangs on what is filled in, other than by a sentence.
    var dependsOnFilling = false
    /// Nodes so far, those of a repeat each time.
    var nodeCount = 0
    var uses: [WordUse] = []
    var placements: [PlacementUse] = []
    var sources: [SourceUse] = []

    static let nodeLimit = 10_000
}

/// A name of a placement in a condition.
struct PlacementUse: Sendable {
    var name: String
    var node: JSONNode
    var path: JSONPath
}

/// A file of the kit's artwork that a template names.
public struct SourceUse: Sendable {
    public let name: String
    public let location: SourceLocation
    public let path: JSONPath
}
