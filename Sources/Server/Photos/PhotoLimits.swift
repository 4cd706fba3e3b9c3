/// What the process that decodes one photo may use.
public struct PhotoLimits: Hashable, Sendable {
    /// Addresses, in bytes: of the program itself (about 100 MiB) and of all it asks for.
    public var addressBytes: Int
    /// Time of a core, in whole seconds; on the clock it may take twice as long.
    public var coreSeconds: Int

    public init(addressBytes: Int = 1 << 30, coreSeconds: Int = 5) {
        self.addressBytes = addressBytes
        self.coreSeconds = coreSeconds
    }

    var clockSeconds: Int { 2 * coreSeconds }

    /// As the process is told of them.
    var arguments: [String] { [String(addressBytes), String(coreSeconds)] }

    /// nil where it was started by hand.
    init?(arguments: [String]) {
        let numbers = arguments.compactMap { UInt32($0) }.map(Int.init)
        guard arguments.count == 2, numbers.count == 2 else { return nil }
        self.init(addressBytes: numbers[0], coreSeconds: numbers[1])
    }
}
