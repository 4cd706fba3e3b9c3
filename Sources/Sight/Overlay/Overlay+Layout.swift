import BlueHeartDrawing
public import BlueHeartGeometry
public import BlueHeartLayout

extension Overlay {
    /// Boxes and baselines of a card's texts and its safe zone, with their layout results.
    ///
    /// - Parameter safeInsets: in px from the card's edges; zero if all of it is safe.
    public init(layoutOf card: LaidOutCard, safeInsets: Insets) {
        self.init([])
        let list = card.displayList
        let whole = Rect(
            x: 0, y: 0, width: Double(list.widthInPixels), height: Double(list.heightInPixels))
        if safeInsets != .zero { marks.append(.zone(whole.inset(by: safeInsets), label: "safe")) }
        for (index, text) in card.texts.enumerated() { add(text, number: index + 1) }
    }

    private mutating func add(_ text: TextReport, number: Int) {
        let label = text.id ?? String(number)
        let isFaulty = text.reasons?.misfit != nil
        for line in text.lines {
            marks.append(
                .line(
                    from: Point(x: line.box.minX, y: line.baseline),
                    to: Point(x: line.box.maxX, y: line.baseline), .guide))
        }
        marks.append(.box(text.box, label: label, isFaulty ? .error : .guide))
        legend.append(
            Entry(label: label, tone: isFaulty ? .error : .guide, text: text.sentence))
    }
}

extension TextReport {
    /// The text beside its box: `48 px of 40 to 60, 2 lines: Together we end it`.
    fileprivate var sentence: String {
        let range = fontSizeRange
        let size =
            range.lowerBound < range.upperBound
            ? "\(short(fontSize)) px of \(short(range.lowerBound)) to \(short(range.upperBound))"
            : "\(short(fontSize)) px"
        let count = lines.count == 1 ? "1 line" : "\(lines.count) lines"
        let fault = reasons?.misfit == nil ? "" : ", does not fit"
        return "\(size), \(count)\(fault): \(lines.map(\.text).joined(separator: " / "))"
    }
}

/// One decimal, none if it is 0.
private func short(_ number: Double) -> String {
    let tenths = (number * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
}
