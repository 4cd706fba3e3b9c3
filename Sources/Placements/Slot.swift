/// A placement with the networks that use it.
public struct Slot: Hashable, Sendable {
    public var placement: Placement
    /// Most important first.
    public var networks: [Network]

    public init(placement: Placement, networks: [Network] = []) {
        self.placement = placement
        self.networks = networks
    }
}
