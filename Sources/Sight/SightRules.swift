/// A kit's requirements on its symbols; other requirements are the same for all kits.
public struct SymbolRules: Hashable, Sendable {
    /// Smallest width or height, whichever is less, at which a symbol is shown on a phone, in the
    /// phone's px.
    public var leastSize: Double
    /// Clear space around a symbol, as a fraction of its shorter side.
    public var clearSpace: Double

    public init(leastSize: Double = 12, clearSpace: Double = 0.1) {
        self.leastSize = leastSize
        self.clearSpace = clearSpace
    }
}
