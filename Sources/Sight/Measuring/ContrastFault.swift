/// Insufficient contrast of a text with its background.
///
/// Computed together with the edges, so that an unchanged text is not measured again on the next
/// picture.
enum ContrastFault: Hashable {
    /// Insufficient for everybody; with the cure.
    case low(Edges.Worst, needed: Float, cure: String)
    /// Insufficient under simulated colour-vision deficiency.
    case indistinct(Edges.Worst, ColorVision)

    /// Required contrast under simulated colour-vision deficiency.
    static let neededOfVisions: Float = 3

    /// nil if the contrast is sufficient in all simulations.
    init?(_ edges: Edges, needed: Float) {
        guard let worst = edges.worst() else { return nil }
        if worst.contrast < needed {
            self = .low(worst, needed: needed, cure: ContrastFix(edges.places, needed: needed).hint)
            return
        }
        for vision in ColorVision.allCases {
            guard let worst = edges.worst(for: vision), worst.contrast < Self.neededOfVisions
            else { continue }
            self = .indistinct(worst, vision)
            return
        }
        return nil
    }
}

extension Edges {
    /// A region and its contrast.
    struct Worst: Hashable {
        var place: EdgeRegion
        var contrast: Float
    }

    /// The region with the lowest contrast; nil if there are no edges.
    func worst(for vision: ColorVision? = nil) -> Worst? {
        var worst: Worst?
        var last: EdgeRegion?
        for place in places {
            // Most regions of a text equal their predecessor.
            if let last, place.inside == last.inside, place.outside == last.outside { continue }
            last = place
            let found = vision.map { place.contrast($0) } ?? place.contrast
            if found < worst?.contrast ?? .infinity {
                worst = Worst(place: place, contrast: found)
            }
        }
        return worst
    }
}
