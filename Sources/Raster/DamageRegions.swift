import Drawing
import Pixels

/// Where a picture differs from the one painted before it, and what is painted there again.
///
/// A command that touches such a place is painted as a whole, so that no pixel of it can come out
/// another than on an empty picture; all that it covers begins anew with it.
struct DamageRegions {
    /// Lie inside the card and may overlap.
    private(set) var areas: [PixelRect] = []
    /// Indices of commands, in the order they are painted.
    private(set) var commands: [Int] = []

    /// - Parameters:
    ///   - old: the commands of the last picture, or those past what both begin with.
    ///   - new: the commands of this one.
    init(from old: [BoundedCommand], to new: [BoundedCommand]) {
        var same: [Int] = []
        for index in new.indices {
            if index < old.count, old[index].command == new[index].command {
                same.append(index)
            } else {
                take(index, new[index].place)
                if index < old.count { add(old[index].place) }
            }
        }
        for gone in old.dropFirst(new.count) { add(gone.place) }
        spread(to: same, of: new)
        commands.sort()
    }

    /// Takes in all that touches what is taken in already.
    private mutating func spread(to same: [Int], of new: [BoundedCommand]) {
        var apart = same
        while let place = apart.firstIndex(where: { touches(new[$0].place) }) {
            let index = apart.remove(at: place)
            take(index, new[index].place)
        }
    }

    private mutating func take(_ index: Int, _ place: PixelRect) {
        commands.append(index)
        add(place)
    }

    private mutating func add(_ place: PixelRect) {
        guard !place.isEmpty, !areas.contains(where: { $0.contains(place) }) else { return }
        areas.removeAll(where: place.contains)
        areas.append(place)
    }

    private func touches(_ place: PixelRect) -> Bool {
        areas.contains { !$0.intersection(place).isEmpty }
    }

    /// How many pixels begin anew, those of overlaps counted twice.
    var area: Int { areas.reduce(0) { $0 + $1.area } }
}

/// A command and where on the card it paints.
struct BoundedCommand {
    /// With names for its pictures.
    var command: DrawCommand
    var place: PixelRect
}
