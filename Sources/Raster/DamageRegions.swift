import BlueHeartDrawing
import BlueHeartPixels

/// Regions where a picture differs from the previous one, and the commands to repaint in them.
///
/// A command that touches a region is painted as a whole, so that its pixels are the same as on an
/// empty picture; everything it covers becomes part of the damage.
struct DamageRegions {
    /// Regions inside the card; they may overlap.
    private(set) var areas: [PixelRect] = []
    /// Indices of the commands to repaint, in paint order.
    private(set) var commands: [Int] = []

    /// Compares two lists of commands.
    ///
    /// - Parameters:
    ///   - old: the commands of the previous picture after the common prefix.
    ///   - new: the commands of this picture after the common prefix.
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

    /// Extends the damage to all commands that touch it, until nothing changes.
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

    /// Number of damaged pixels, with overlaps counted twice.
    var area: Int { areas.reduce(0) { $0 + $1.area } }
}

/// A command with its ink bounds on the card.
struct BoundedCommand {
    /// The command without the pixels of its pictures.
    var command: DrawCommand
    var place: PixelRect
}
