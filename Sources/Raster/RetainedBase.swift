import Drawing
import Pixels

/// What cards of one batch have in common, painted once: the picture after the commands with
/// which the last two lists began alike.
struct RetainedBase {
    /// The list that was painted last, with names for its pictures.
    private var previous: DisplayList?
    /// The picture after the first `count` commands of `previous`.
    private var pixels: [UInt32] = []
    private var count = 0

    /// Where the painting of a list begins.
    struct Start {
        var surface: Surface
        /// Commands that are on the surface already.
        var painted: Int
        /// Commands that the list shares with the one before.
        var shared: Int
    }

    func start(_ list: DisplayList, tools: Tools) -> Start {
        let bounds = PixelRect(
            x: 0, y: 0, width: list.widthInPixels, height: list.heightInPixels)
        let shared = sharedCount(list)
        guard count > 0, count <= shared else {
            let (surface, painted) = Surface.begun(
                with: list.commands, over: bounds, tools: tools)
            return Start(surface: surface, painted: painted, shared: shared)
        }
        // What is kept is not kept again, unless more of it is shared now.
        return Start(
            surface: Surface(bounds: bounds, pixels: pixels), painted: count,
            shared: shared > count ? shared : -1)
    }

    /// Keeps the picture of the first `painted` commands, if there are any.
    mutating func keep(_ surface: Surface, of list: DisplayList, painted: Int) {
        guard painted > 0 else { return }
        pixels = surface.pixels
        count = painted
    }

    mutating func finish(_ list: DisplayList) {
        if sharedCount(list) < count {
            (pixels, count) = ([], 0)
        }
        previous = list.named
    }

    private func sharedCount(_ list: DisplayList) -> Int {
        guard let previous, previous.widthInPixels == list.widthInPixels,
            previous.heightInPixels == list.heightInPixels
        else { return 0 }
        let pairs = zip(previous.commands, list.commands)
        return pairs.prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
    }
}
