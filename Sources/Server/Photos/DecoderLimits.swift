/// What the process that decodes one photo may use.
public struct PhotoLimits: Hashable, Sendable {
    /// Memory that it may write to, in bytes: of the program itself and of all it asks for.
    public var dataBytes: Int
    /// Time of a core, in whole seconds; on the clock it may take twice as long.
    public var coreSeconds: Int

    public init(dataBytes: Int, coreSeconds: Int) {
        self.dataBytes = dataBytes
        self.coreSeconds = coreSeconds
    }

    var clockSeconds: Int { 2 * coreSeconds }

    /// With the program and its libraries, which are about 150 MiB of addresses and are only read.
    var addressBytes: Int { dataBytes + 512 << 20 }

    /// As the process is told of them.
    var arguments: [String] { [String(dataBytes), String(coreSeconds)] }

    /// nil where it was started by hand.
    init?(arguments: [String]) {
        let numbers = arguments.compactMap { UInt32($0) }.map(Int.init)
        guard arguments.count == 2, numbers.count == 2 else { return nil }
        self.init(dataBytes: numbers[0], coreSeconds: numbers[1])
    }
}
