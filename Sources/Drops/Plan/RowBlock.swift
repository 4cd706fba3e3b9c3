import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartRequests

/// Some rows of a drop with their cards, ordered so that similar cards are consecutive.
struct RowBlock {
    struct Entry {
        /// nil in a drop without rows.
        var row: Row?
        var selection: Selection
        /// The drop's values, overridden by the row's.
        var values: ParameterValues
        /// nil in a drop without rows.
        var key: RowKey?
        /// The number of the row in file names.
        var number: Int?
    }

    /// A card, by its indices in an entry.
    struct Place {
        var entry: Int
        var template: Int
        var language: Int
        var placement: Int
    }

    private(set) var entries: [Entry] = []
    /// Approximate size of the values.
    private(set) var byteCount = 0
    private var faults: [DropFailure] = []
    private var nextFault = 0
    /// Places in reverse order, because they are taken from the end; nil until the first is taken.
    private var places: [Place]?

    mutating func add(_ entry: Entry) {
        entries.append(entry)
        byteCount += entry.values.entries.reduce(64) { $0 + $1.value.utf8.count }
    }

    mutating func add(_ fault: DropFailure) {
        faults.append(fault)
        byteCount += 256
    }

    mutating func takeFault() -> DropFailure? {
        guard nextFault < faults.count else { return nil }
        nextFault += 1
        return faults[nextFault - 1]
    }

    mutating func takePlace() -> Place? {
        if places == nil { places = sortedPlaces().reversed() }
        return places?.popLast()
    }

    /// Cards grouped by template, language and placement, in the order of the rows; groups are in
    /// the order of their first request.
    private func sortedPlaces() -> [Place] {
        var groups: [[Place]] = []
        var indices: [String: Int] = [:]
        for (index, entry) in entries.enumerated() {
            for place in places(of: entry, at: index) {
                let key = key(of: place, in: entry)
                let group = indices[key] ?? groups.count
                if group == groups.count {
                    indices[key] = group
                    groups.append([])
                }
                groups[group].append(place)
            }
        }
        return groups.flatMap { $0 }
    }

    private func places(of entry: Entry, at index: Int) -> [Place] {
        var places: [Place] = []
        for (template, outline) in entry.selection.templates.enumerated() {
            let count = entry.selection.placements(of: outline).count
            for language in entry.selection.languages.indices {
                for placement in 0..<count {
                    places.append(
                        Place(
                            entry: index, template: template, language: language,
                            placement: placement))
                }
            }
        }
        return places
    }

    private func key(of place: Place, in entry: Entry) -> String {
        let template = entry.selection.templates[place.template]
        let placement = entry.selection.placements(of: template)[place.placement]
        return "\(template.name)/\(entry.selection.languages[place.language])/\(placement)"
    }
}
