/// What a kit asks of its symbols; what is not brand is the same for all kits.
public struct SymbolRules: Hashable, Sendable {
    /// Least width or height, whichever is less, at which a symbol is shown on a phone, in the
    /// phone's px.
    public var leastSize: Double
    /// What stays clear around a symbol, as a part of its shorter side.
    public var clearSpace: Double

    public init(leastSize: Double = 12, clearSpace: Double = 0.1) {
        self.leastSize = leastSize
        self.clearSpace = clearSpace
    }
}
