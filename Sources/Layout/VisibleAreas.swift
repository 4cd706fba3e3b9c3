import Drawing
import Geometry
import Pixels
import Scenes

/// Which part of each picture a scene looks at, all its places together, known before any is
/// painted: what a photograph has elsewhere need not be decoded.
///
/// The pictures inside of patterns and masks are left out; they are asked for whole.
struct VisibleAreas {
    /// In px of the pictures, as `ImageProvider.size` gives them.
    private var parts: [ImageReference: Rect] = [:]

    /// ContainingBlock px to which a box may move from where it was arranged.
    private static let slack = 2.0

    /// For a scene that shows none.
    init() {}

    init(of root: Fragment) { add(root, through: .identity) }

    private mutating func add(_ fragment: Fragment, through parent: Transform) {
        let node = fragment.element.node
        let transform = node.appearance.transform.then(parent)
        for child in fragment.children { add(child.fragment, through: transform) }
        let natural = fragment.element.naturalSize
        guard case .image(let block) = node.content, !natural.isEmpty, !fragment.size.isEmpty else {
            return
        }
        let box = Rect(origin: .zero, size: fragment.size)
        let part = Fitting(block, natural: natural, in: box).readArea(
            through: transform, slack: VisibleAreas.slack)
        parts[block.image] = part.union(parts[block.image] ?? .zero)
    }

    /// The part for all places of a picture, `own` of one of them included.
    func part(of image: ImageReference, and own: Rect) -> Rect {
        own.union(parts[image] ?? .zero)
    }
}

extension Fitting {
    /// The part of the picture that painting looks at, in px of the picture: all of it where the
    /// picture is turned.
    ///
    /// - Parameter slack: by how many px more on each side the destination counts.
    func readArea(through transform: Transform, slack: Double = 0) -> Rect {
        guard transform.isScaleAndTranslation else { return whole }
        let across = reach(source.width, destination.width * abs(transform.a), slack)
        let down = reach(source.height, destination.height * abs(transform.d), slack)
        return Rect(
            minX: source.minX - across, minY: source.minY - down, maxX: source.maxX + across,
            maxY: source.maxY + down
        ).intersection(whole)
    }

    private func reach(_ own: Double, _ shown: Double, _ slack: Double) -> Double {
        // Nothing is looked at beyond the picture, so less than 1 px is as good as that.
        let step = own / max(shown, 1)
        return Resampler.reach(step: step) + slack * step
    }
}
