import Drawing
import Pixels

/// Layers with effects that were painted last: a shadow is blurred once for a whole batch.
final class EffectCache {
    private struct Key {
        var commands: [DrawCommand]
        var effects: [Effect]
        var shown: PixelRect
    }

    private var layers: SurfaceCache<Key>

    /// - Parameter limit: of the pixels kept, in bytes.
    init(limit: Int) { layers = SurfaceCache(limit: limit) }

    /// Not to be painted on.
    func surface(_ layer: Layer, _ shown: PixelRect) -> Surface? {
        layers.first { key in
            key.shown == shown && key.effects == layer.effects && key.commands == layer.commands
        }?.surface
    }

    func keep(_ surface: Surface, _ layer: Layer, _ shown: PixelRect) {
        let commands = layer.commands.map(\.withoutPixels)
        layers.keep(surface, for: Key(commands: commands, effects: layer.effects, shown: shown))
    }
}
