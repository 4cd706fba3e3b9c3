/// The content of a contact sheet's page.
public enum SheetGrouping: String, Hashable, Sendable, CaseIterable {
    /// All placements of a template.
    case template
    /// All templates of a placement.
    case placement

    /// The page to which a card belongs.
    func page(of card: SheetCard) -> String {
        self == .template ? card.template : card.placement
    }
}

/// One page of a contact sheet, and its picture.
struct SheetFile: Hashable, Sendable {
    /// The common value of the cards; nil for all cards.
    var group: String?
    /// Name of its files, without extension: `sheet-template-statement-deutan`.
    var stem: String
}

/// The pages of a contact sheet.
struct SheetFiles {
    let grouping: SheetGrouping?
    let view: SheetView
    /// Files in the order of their first cards.
    private(set) var files: [SheetFile] = []
    private var names = NameRegister()

    init(grouping: SheetGrouping?, view: SheetView) {
        (self.grouping, self.view) = (grouping, view)
        if grouping == nil {
            let parts = ["sheet", view.name].compactMap { $0 }
            files = [SheetFile(stem: parts.joined(separator: "-"))]
        }
    }

    /// Creates the page of a card if it is new.
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
