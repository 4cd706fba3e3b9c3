import CWideLanes

/// Which loops do the work; all make the same bits.
enum VectorWidth: CaseIterable {
    /// Lanes of 16 bytes, which every machine of ours has.
    case narrow
    /// Lanes of 32 bytes.
    case wide

    /// Those that this machine has.
    static let usable = allCases.filter { $0 == .narrow || wide_lanes_exist() }
    static let widest: VectorWidth = wide_lanes_exist() ? .wide : .narrow
}
