public import BlueHeartDiagnostics
import BlueHeartRequests

/// One card of a drop, before it is made.
struct DropItem: Sendable {
    var request: CardRequest
    var templateName: String
    /// Number of its row, from 1; nil in a drop without rows.
    var row: Int?
    /// Position at which its row begins.
    var rowLocation: SourceLocation?
    /// Path in the drop's folder, without an extension.
    var stem: String
    /// Identifies the card in every drop of the folder.
    var identity: CardIdentity
    /// The stem by the name pattern, if no other card has it.
    var wantedStem: String
    /// nil in a drop without rows.
    var rowKey: RowKey?
    /// The number of its row in file names.
    var rowNumber: Int?
}

/// The next step of a drop, in the order of its manifest.
enum DropTask: Sendable {
    case card(DropItem)
    /// A row that makes no cards.
    case fault(DropFailure)
}

/// A card that was not made.
public struct DropFailure: Sendable {
    /// nil in a drop without rows.
    public var row: Int?
    /// nil if the row as a whole is faulty.
    public var template: String?
    public var language: String?
    public var placement: String?
    public var error: CardError
}
