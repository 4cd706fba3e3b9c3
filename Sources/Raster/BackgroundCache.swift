import BlueHeartDrawing
import BlueHeartPixels

/// The common content of consecutive cards: the picture after the common prefix of the last two
/// display lists, and the last picture, in which the next card repaints the damage.
struct BackgroundCache {
    /// The last painted list, without the pixels of its pictures.
    private var previous: DisplayList?
    /// The picture after the first `count` commands of `previous`.
    private var pixels: [UInt32] = []
    private var count = 0
    /// The picture after all commands of `previous`; empty without a cached prefix.
    private var picture: [UInt32] = []
    /// The commands of `previous` after the prefix.
    private var rest: [BoundedCommand] = []

    /// The state from which a list is painted.
    struct Start {
        var surface: Surface
        /// Indices of the commands to paint on the surface.
        var commands: [Int]
        /// Number of commands after which the surface is cached; nil to cache nothing.
        var kept: Int?
    }

    mutating func start(_ list: DisplayList, resources: RenderResources) -> Start {
        let shared = sharedCount(list)
        if shared < count { (pixels, count, picture) = ([], 0, []) }
        if shared == count, let start = startFromPicture(list, resources) { return start }
        picture = []
        guard count > 0 else {
            let (surface, painted) = Surface.begun(
                with: list.commands, over: list.bounds, resources: resources)
            return Start(
                surface: surface, commands: Array(painted..<list.commands.count), kept: shared)
        }
        // A cached prefix is replaced only by a longer one.
        return Start(
            surface: Surface(bounds: list.bounds, pixels: pixels),
            commands: Array(count..<list.commands.count), kept: shared > count ? shared : nil)
    }

    /// The last picture, with the prefix restored in the damaged regions; nil if all of it is
    /// damaged.
    private mutating func startFromPicture(_ list: DisplayList, _ resources: RenderResources)
        -> Start?
    {
        guard !picture.isEmpty else { return nil }
        let commands = placed(list, resources)
        let changes = DamageRegions(from: rest, to: commands)
        rest = commands
        guard changes.area < list.bounds.area else { return nil }
        let surface = Surface(bounds: list.bounds, pixels: takePicture())
        for area in changes.areas { surface.replace(with: pixels, in: area) }
        return Start(surface: surface, commands: changes.commands.map { $0 + count })
    }

    /// Moves out the last picture, so that it has one owner and is changed in place.
    private mutating func takePicture() -> [UInt32] {
        let taken = picture
        picture = []
        return taken
    }

    /// Caches the picture of the first `painted` commands, if there are any.
    mutating func keep(_ surface: Surface, painted: Int) {
        guard painted > 0 else { return }
        pixels = surface.pixels
        count = painted
    }

    /// Records a painted list.
    ///
    /// - Parameter picture: the pixels of the list.
    mutating func finish(_ list: DisplayList, _ picture: [UInt32], _ resources: RenderResources) {
        rest = count > 0 ? placed(list, resources) : []
        self.picture = count > 0 ? picture : []
        previous = list.withoutPixels
    }

    /// The commands after the prefix.
    private func placed(_ list: DisplayList, _ resources: RenderResources) -> [BoundedCommand] {
        list.commands.dropFirst(count).enumerated().map { index, command in
            if index < rest.count, rest[index].command == command { return rest[index] }
            let place = resources.inkBounds(command).intersection(list.bounds)
            return BoundedCommand(command: command.withoutPixels, place: place)
        }
    }

    private func sharedCount(_ list: DisplayList) -> Int {
        guard let previous, previous.widthInPixels == list.widthInPixels,
            previous.heightInPixels == list.heightInPixels
        else { return 0 }
        let pairs = zip(previous.commands, list.commands)
        return pairs.prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
    }
}

extension DisplayList {
    fileprivate var bounds: PixelRect {
        PixelRect(x: 0, y: 0, width: widthInPixels, height: heightInPixels)
    }
}
