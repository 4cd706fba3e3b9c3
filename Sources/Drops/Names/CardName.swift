import BlueHeartEngine
import BlueHeartRequests

/// The values available for a card's file name.
struct CardName {
    var template: String
    var language: String
    var placement: String
    var entry: RowBlock.Entry

    /// The path of the card without its extension, by the drop's pattern or its row's own.
    func path(_ pattern: NamePattern) -> String {
        guard let own = entry.row?["file"] else { return pattern.path(value) }
        let parts = own.split(separator: "/").map { SafeName.made(from: String($0)) }
        return (parts.isEmpty ? "_" : parts.joined(separator: "/")) + endings
    }

    private func value(_ name: String) -> String? {
        switch name {
        case "template": template
        case "language": language
        case "placement": placement
        case "row": entry.number.map(padded) ?? ""
        default: entry.values[name]?.value
        }
    }

    /// Suffix that distinguishes the cards of a row, if it makes several.
    private var endings: String {
        let selection = entry.selection
        var endings = ""
        if selection.templates.count > 1 { endings += "-" + SafeName.made(from: template) }
        if selection.languages.count > 1 { endings += "-" + SafeName.made(from: language) }
        if selection.templates.contains(where: { selection.placements(of: $0).count > 1 }) {
            endings += "-" + SafeName.made(from: placement)
        }
        return endings
    }
}

/// The number with at least five digits, so that a row's name does not depend on the number of
/// rows.
private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
}
