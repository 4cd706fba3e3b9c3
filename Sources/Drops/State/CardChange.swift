public import BlueHeartEngine
import BlueHeartSupport

/// The reason for which a card is made.
public enum CardChange: Hashable, Sendable {
    case new
    /// All cards are made.
    case asked
    /// A drop was killed while it wrote the card's files.
    case unfinished
    case inputs([CardInputs.Part])
    case picture(String)
    /// A file of the card is missing, or somebody has changed it.
    case file(String)
    /// The card gets another name.
    case name
    /// Its findings name a line, and the row has moved.
    case place

    /// The reason as a part of a sentence.
    public var text: String {
        switch self {
        case .new: "new"
        case .asked: "asked for"
        case .unfinished: "was not finished"
        case .inputs(let parts):
            "changed: " + parts.map { $0.rawValue }.joined(separator: ", ")
        case .picture(let name): "changed: picture \(name)"
        case .file(let path): "missing or changed: \(path)"
        case .name: "changed: file name"
        case .place: "changed: line of its row, which a finding names"
        }
    }
}

/// A card of a drop, compared with the earlier drops in its folder.
struct PlannedCard: Sendable {
    var item: DropItem
    /// nil: the card is there as it would be made.
    var change: CardChange?
    /// Digests of what it is made of; none if they cannot be read, which its rendering tells.
    var inputs: CardInputs
    /// The position that its findings name, if they do.
    var place: String
    /// The earlier card, if it was finished.
    var earlier: JournalCard?
    var earlierPlace: JournalPlace?
    /// Every file that an earlier drop wrote for it.
    var earlierFiles: [OwnedFile]
    /// True if only the times of its files differ from the journal.
    var isTouched = false
}

/// A step of a drop.
enum PlannedStep: Sendable {
    case card(PlannedCard)
    case fault(DropFailure)
}
