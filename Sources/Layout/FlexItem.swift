import BlueHeartScenes

/// A child of a row or column while space is distributed; `main` is along the axis, `cross` across.
struct FlexItem {
    var element: LayoutElement
    /// The length before growing or shrinking, in px.
    var base: Double
    /// The part of `base` that is padding and never shrinks, in px.
    var padding: Double
    var limits: Limits
    var grow: Double
    var shrink: Double
    var margins: AxisInsets
    var alignment: Frame.Alignment

    /// The length along the axis, in px.
    var main: Double = 0
    var isFrozen = false
    /// The length across the axis, in px.
    var cross: Double = 0
    /// Distance from the top edge to the first baseline, in rows that align baselines.
    var baseline: Double?

    /// Shrink weight, relative to other items.
    var weight: Double { shrink * max(0, base - padding) }
    var hypothetical: Double { limits.clamp(base) }
    var outerCross: Double { cross + margins.cross }
}

/// Insets by the direction of a frame: before and after the item, along the axis and across.
struct AxisInsets {
    var mainBefore: Double
    var mainAfter: Double
    var crossBefore: Double
    var crossAfter: Double

    var main: Double { mainBefore + mainAfter }
    var cross: Double { crossBefore + crossAfter }
}

/// Computes the main length of each item.
///
/// Source: W3C CSS Flexible Box Layout Module Level 1, section 9.7 "Resolving Flexible Lengths".
///
/// - Parameter space: for margin boxes and items, without gaps, in px.
func resolveFlexibleLengths(_ items: inout [FlexItem], in space: Double) {
    let wanted = items.reduce(0) { $0 + $1.hypothetical + $1.margins.main }
    let isGrowing = wanted < space
    freezeInflexible(&items, isGrowing: isGrowing)
    let initialFree = freeSpace(of: items, in: space)
    while items.contains(where: { !$0.isFrozen }) {
        let factors = items.reduce(0) { sum, item in
            item.isFrozen ? sum : sum + (isGrowing ? item.grow : item.shrink)
        }
        var free = freeSpace(of: items, in: space)
        if factors < 1, abs(initialFree * factors) < abs(free) { free = initialFree * factors }
        share(free, among: &items, isGrowing: isGrowing)
        freezeViolators(&items)
    }
}

/// Freezes items that cannot change in the direction in which the line changes.
private func freezeInflexible(_ items: inout [FlexItem], isGrowing: Bool) {
    for index in items.indices {
        let item = items[index]
        let factor = isGrowing ? item.grow : item.shrink
        let isPastLimit =
            isGrowing ? item.base > item.hypothetical : item.base < item.hypothetical
        items[index].main = item.hypothetical
        items[index].isFrozen = factor == 0 || isPastLimit
    }
}

private func freeSpace(of items: [FlexItem], in space: Double) -> Double {
    items.reduce(space) { $0 - ($1.isFrozen ? $1.main : $1.base) - $1.margins.main }
}

/// Growing is proportional to factors; shrinking to factors times base lengths without padding.
private func share(_ free: Double, among items: inout [FlexItem], isGrowing: Bool) {
    let total = items.reduce(0) { sum, item in
        item.isFrozen ? sum : sum + (isGrowing ? item.grow : item.weight)
    }
    for index in items.indices where !items[index].isFrozen {
        let item = items[index]
        let weight = isGrowing ? item.grow : item.weight
        items[index].main = item.base + (total > 0 ? free * weight / total : 0)
    }
}

/// Clamps the lengths, and freezes the items whose violation has the sign of the total violation.
private func freezeViolators(_ items: inout [FlexItem]) {
    var violation = 0.0
    for item in items where !item.isFrozen {
        violation += max(0, item.limits.clamp(item.main)) - item.main
    }
    for index in items.indices where !items[index].isFrozen {
        let asked = items[index].main
        let clamped = max(0, items[index].limits.clamp(asked))
        items[index].main = clamped
        items[index].isFrozen =
            violation > 0 ? clamped > asked : violation < 0 ? clamped < asked : true
    }
}
