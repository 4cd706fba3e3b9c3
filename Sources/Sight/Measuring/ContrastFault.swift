/// How a text fails to stand out from what is behind it.
///
/// Known as soon as its edges are seen, so that a text that looks the same on the next picture is
/// not measured again.
enum ContrastFault: Hashable {
    /// For everybody; with what to write instead.
    case low(Edges.Worst, needed: Float, cure: String)
    /// For people who lack a kind of cone.
    case indistinct(Edges.Worst, ColorVision)

    /// Least contrast for people who lack a kind of cone.
    static let neededOfVisions: Float = 3

    /// nil where the text stands out for all of them.
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
    /// A place and the contrast there.
    struct Worst: Hashable {
        var place: EdgeRegion
        var contrast: Float
    }

    /// The place with the least contrast; nil where there are no edges.
    func worst(for vision: ColorVision? = nil) -> Worst? {
        var worst: Worst?
        var last: EdgeRegion?
        for place in places {
            // Most places of a text look like the one before.
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
