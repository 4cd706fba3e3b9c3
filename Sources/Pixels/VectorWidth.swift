import CBlueHeartWideLanes

/// The vector width of the resampling loops; all produce the same bits.
enum VectorWidth: CaseIterable {
    /// Vectors of 16 bytes, available on every supported machine.
    case narrow
    /// Vectors of 32 bytes.
    case wide

    /// The widths that this machine supports.
    static let usable = allCases.filter { $0 == .narrow || wide_lanes_exist() }
    static let widest: VectorWidth = wide_lanes_exist() ? .wide : .narrow
}
