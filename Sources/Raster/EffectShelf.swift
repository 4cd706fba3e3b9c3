import Drawing
import Pixels

/// Layers with effects that were painted last: a shadow is blurred once for a whole batch.
final class EffectShelf {
    private struct Entry {
        var commands: [DrawCommand]
        var effects: [Effect]
        var shown: PixelRect
        var surface: Surface
    }

    private var entries: [Entry] = []
    private var bytes = 0
    /// Bytes of pixels kept; the oldest go first.
    private static let limit = 32 << 20

    /// Not to be painted on.
    func surface(_ layer: Layer, _ shown: PixelRect) -> Surface? {
        entries.first { entry in
            entry.shown == shown && entry.effects == layer.effects
                && entry.commands == layer.commands
        }?.surface
    }

    func keep(_ surface: Surface, _ layer: Layer, _ shown: PixelRect) {
        let size = surface.bounds.area * 4
        guard size <= EffectShelf.limit / 2 else { return }
        while bytes + size > EffectShelf.limit, !entries.isEmpty {
            bytes -= entries.removeFirst().surface.bounds.area * 4
        }
        bytes += size
        entries.append(
            Entry(
                commands: layer.commands, effects: layer.effects, shown: shown, surface: surface))
    }
}
