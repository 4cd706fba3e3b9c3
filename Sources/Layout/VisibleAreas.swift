import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartScenes

/// The area of each picture that a scene reads, as the union of all its uses, known before
/// painting: other areas of a photograph need not be decoded.
///
/// Pictures inside patterns and masks are not included; they are requested whole.
struct VisibleAreas {
    /// Areas in px of the pictures, by `ImageProvider.size`.
    private var parts: [ImageReference: Rect] = [:]

    /// Whole px by which snapping may move a box.
    private static let slack = 2.0

    /// Creates an empty set, for a scene without pictures.
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

    /// The area for all uses of a picture, including `own` of one of them.
    func part(of image: ImageReference, and own: Rect) -> Rect {
        own.union(parts[image] ?? .zero)
    }
}

extension Fitting {
    /// The area of the picture that painting reads, in px of the picture: all of it for a rotated
    /// picture.
    ///
    /// - Parameter slack: margin of the destination in px on each side.
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
        // Nothing outside the picture is read, so less than 1 px is equivalent.
        let step = own / max(shown, 1)
        return Resampler.reach(step: step) + slack * step
    }
}
