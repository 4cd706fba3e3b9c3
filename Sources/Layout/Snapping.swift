import BlueHeartGeometry

extension Rect {
    /// The rectangle with its edges on whole px, so that neighbours touch without a seam.
    ///
    /// Each edge is rounded independently (halves up); a side with a length keeps at least 1 px.
    var snapped: Rect {
        let (left, right) = snappedEdges(minX, maxX)
        let (top, bottom) = snappedEdges(minY, maxY)
        return Rect(minX: left, minY: top, maxX: right, maxY: bottom)
    }
}

private func snappedEdges(_ low: Double, _ high: Double) -> (Double, Double) {
    let (start, end) = ((low + 0.5).rounded(.down), (high + 0.5).rounded(.down))
    return high > low && end <= start ? (start, start + 1) : (start, end)
}
