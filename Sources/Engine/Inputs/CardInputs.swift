/// Digests of everything a card is made of, by part; the only list of what it depends on.
///
/// Equal inputs, and equal states of the pictures it shows, give the same files. Pictures are not
/// among the inputs: a card names those it used (`Card.pictures`) when it is made.
public struct CardInputs: Hashable, Sendable {
    public enum Part: String, CaseIterable, Sendable {
        /// Values of parameters, and the files they name.
        case values
        /// Language, placement, format, effort, and the settings of the caller.
        case settings
        /// The template and those it extends.
        case template
        /// `kit.json`.
        case kit
        /// The messages of the card's language.
        case words
        /// The list of placements and networks.
        case placements
        /// The list of fonts, and the state of the files in it.
        case fonts
        /// The program and the libraries it runs with.
        case program
    }

    /// A digest for each part, in the order of `Part.allCases`.
    public let digests: [String]

    /// Takes digests, such as those of an earlier card.
    public init(digests: [String]) {
        self.digests = digests
    }

    /// The parts that differ; all if the other has another number of parts.
    public func changedParts(since earlier: CardInputs) -> [Part] {
        guard earlier.digests.count == digests.count else { return Part.allCases }
        return zip(Part.allCases, zip(digests, earlier.digests)).compactMap { part, pair in
            isSameText(pair.0, pair.1) ? nil : part
        }
    }
}

private func isSameText(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
}
