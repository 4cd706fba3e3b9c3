import BlueHeartDrawing
import BlueHeartPixels

/// LRU cache of layers with effects, so that a shadow is blurred once per batch.
final class EffectCache {
    private struct Key {
        var commands: [DrawCommand]
        var effects: [Effect]
        var shown: PixelRect
    }

    private var layers: SurfaceCache<Key>

    /// Creates an empty cache.
    ///
    /// - Parameter limit: of the cached pixels, in bytes.
    init(limit: Int) { layers = SurfaceCache(limit: limit) }

    /// The cached surface, which must not be painted on.
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
