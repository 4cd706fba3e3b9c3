import BlueHeartWords

/// The last part of a card's address: `square.png`, `square.caption.x.txt`.
struct CardFile: Hashable {
    var placement: String
    /// nil for the picture in the format that the client's `Accept` selects.
    var part: CardPart?

    /// nil if the suffix names no part.
    init?(_ name: String) {
        let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) ?? name.endIndex
        placement = String(name[..<dot])
        guard !placement.isEmpty else { return nil }
        guard dot < name.endIndex else { return }
        guard let part = CardPart(suffix: name[dot...]) else { return nil }
        self.part = part
    }
}
