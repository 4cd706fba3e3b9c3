public import Diagnostics
public import Engine

/// One card of a drop, before it is made.
public struct PlannedCard: Sendable {
    public var job: CardJob
    public var templateName: String
    /// The number of its row, from 1; nil in a drop without rows.
    public var row: Int?
    /// Where its row begins.
    public var rowLocation: SourceLocation?
    /// Its path in the drop's folder, without an extension.
    public var stem: String
}

/// What a drop does next, in the order of its manifest.
enum DropTask: Sendable {
    case card(PlannedCard)
    /// A row that makes no cards.
    case fault(DropFailure)
}

/// A card that was not made.
public struct DropFailure: Sendable {
    /// nil in a drop without rows.
    public var row: Int?
    /// nil where the row as a whole is at fault.
    public var template: String?
    public var language: String?
    public var placement: String?
    public var error: CardError
}

extension DropPlan {
    /// All cards of a plan without rows.
    ///
    /// - Throws: what is wrong with the plan.
    public func cards(of kit: KitOutline) throws(CardError) -> [PlannedCard] {
        precondition(rows == nil, "the cards of rows are too many for memory")
        var tasks = try DropTasks(self, kit: kit, reader: nil)
        var cards: [PlannedCard] = []
        while case .card(let card)? = tasks.next() { cards.append(card) }
        return cards
    }
}
