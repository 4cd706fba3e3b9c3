import BlueHeartDiagnostics
import Testing

/// What a hint says is tried: the template is changed as it says, and checked again.
@Suite struct HintTests {
    /// Faults of contrast that a scrim, or another colour, can mend.
    private static let names = [
        "a pale headline", "a body a step too pale", "white words on a gradient that gets light",
        "a bright spot of a photograph", "a scrim too faint", "a box behind half of a text",
    ]

    @Test func whatAHintOfContrastSaysIsEnough() throws {
        let faults = PlantedFaultTests.contrast.filter { Self.names.contains($0.name) }
        #expect(faults.count == Self.names.count)
        let cards = faults.map { fault in
            var card = PlantedCard()
            fault.plant(&card)
            return card
        }
        let kit = try PlantedKit(cards)
        var mended: [(name: String, text: String, card: PlantedCard)] = []
        for (index, fault) in faults.enumerated() {
            for finding in kit.findings(index) {
                let hint = try Hint(try #require(finding.hint))
                let isHeadline = finding.message.contains("\"headline\"")
                let text = isHeadline ? "\"headline\"" : "\"body\""
                let line = isHeadline ? \PlantedCard.headline : \PlantedCard.body
                if let color = hint.color {
                    var card = cards[index]
                    card[keyPath: line].color = "\"\(color)\""
                    mended.append(("\(fault.name), \(color)", text, card))
                }
                guard let scrim = hint.scrim else { continue }
                var card = cards[index]
                let (top, height) = isHeadline ? (0.0, 70.0) : (70.0, 56.0)
                card.below += PlantedCard.box("\"\(scrim)\"", top: top, width: 168, height: height)
                card.below += ","
                mended.append(("\(fault.name), \(scrim)", text, card))
            }
        }
        #expect(mended.count >= faults.count)
        // Another text of the card may have a fault of its own.
        let again = try PlantedKit(mended.map(\.card))
        for (index, mended) in mended.enumerated() {
            let left = again.findings(index).filter { $0.message.contains(mended.text) }
            #expect(left.map(\.message) == [], "\(mended.name)")
        }
    }
}

/// The parts of a hint: `put black at 24% behind it, or use the colour #102030`.
private struct Hint {
    /// As a template writes it: `#000000/24%`.
    var scrim: String?
    var color: String?

    init(_ text: String) throws {
        let words = text.split { " ,".contains($0) }.map { String($0) }
        color = words.first { $0.hasPrefix("#") }
        if let at = words.firstIndex(of: "at"), at > 0, at + 1 < words.count {
            let tone = words[at - 1] == "black" ? "#000000" : "#FFFFFF"
            scrim = "\(tone)/\(words[at + 1])"
        }
        try #require(scrim != nil || color != nil, "\(text)")
    }
}
