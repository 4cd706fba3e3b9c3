/// What a page of a contact sheet holds.
public enum SheetGrouping: String, Hashable, Sendable, CaseIterable {
    /// All placements of a template.
    case template
    /// All templates of a placement.
    case placement

    /// The page that a card belongs on.
    func page(of card: SheetCard) -> String {
        self == .template ? card.template : card.placement
    }
}

/// One page of a contact sheet, and its picture.
struct SheetFile: Hashable, Sendable {
    /// What the cards have in common; nil for all cards.
    var group: String?
    /// Of its files, without extension: `sheet-template-statement-deutan`.
    var stem: String
}

/// The pages of a contact sheet.
struct SheetFiles {
    let grouping: SheetGrouping?
    let view: SheetView
    /// In the order of their first cards.
    private(set) var files: [SheetFile] = []
    private var names = NameRegister()

    init(grouping: SheetGrouping?, view: SheetView) {
        (self.grouping, self.view) = (grouping, view)
        if grouping == nil {
            let parts = ["sheet", view.name].compactMap { $0 }
            files = [SheetFile(stem: parts.joined(separator: "-"))]
        }
    }

    /// Makes room for a card.
    mutating func prepare(for card: SheetCard) {
        guard let grouping, index(of: card) == nil else { return }
        let group = grouping.page(of: card)
        let parts = ["sheet", grouping.rawValue, SafeName.made(from: group), view.name]
        let stem = parts.compactMap { $0 }.joined(separator: "-")
        files.append(SheetFile(group: group, stem: names.claim(stem)))
    }

    /// The page of a card.
    func index(of card: SheetCard) -> Int? {
        let group = grouping?.page(of: card)
        return files.firstIndex { $0.group == group }
    }
}
