import Drawing
import Pixels

/// What cards of one batch have in common, painted once: the picture after the commands with
/// which the last two lists began alike, and the last picture, of which the next changes a part.
struct BackgroundCache {
    /// The list that was painted last, with names for its pictures.
    private var previous: DisplayList?
    /// The picture after the first `count` commands of `previous`.
    private var pixels: [UInt32] = []
    private var count = 0
    /// The picture after all commands of `previous`; empty where it has no base.
    private var picture: [UInt32] = []
    /// The commands of `previous` past the base.
    private var rest: [BoundedCommand] = []

    /// Where the painting of a list begins.
    struct Start {
        var surface: Surface
        /// Commands to paint on it, by their indices.
        var commands: [Int]
        /// After how many commands the surface is kept; nil where it is not.
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
        // What is kept is not kept again, unless more of it is shared now.
        return Start(
            surface: Surface(bounds: list.bounds, pixels: pixels),
            commands: Array(count..<list.commands.count), kept: shared > count ? shared : nil)
    }

    /// The last picture, with the base where it changes; nil where that would be all of it.
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

    /// The last picture, in the only hands that hold it, so that it is changed where it lies.
    private mutating func takePicture() -> [UInt32] {
        let taken = picture
        picture = []
        return taken
    }

    /// Keeps the picture of the first `painted` commands, if there are any.
    mutating func keep(_ surface: Surface, painted: Int) {
        guard painted > 0 else { return }
        pixels = surface.pixels
        count = painted
    }

    /// - Parameter picture: what the list became.
    mutating func finish(_ list: DisplayList, _ picture: [UInt32], _ resources: RenderResources) {
        rest = count > 0 ? placed(list, resources) : []
        self.picture = count > 0 ? picture : []
        previous = list.withoutPixels
    }

    /// The commands past the base.
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
