/// Resource limits of a decoder process.
public struct DecoderLimits: Hashable, Sendable {
    /// Writable memory in bytes, that of the program included.
    public var dataBytes: Int
    /// CPU time in whole seconds; twice as much on the clock.
    public var coreSeconds: Int

    public init(dataBytes: Int, coreSeconds: Int) {
        self.dataBytes = dataBytes
        self.coreSeconds = coreSeconds
    }

    var clockSeconds: Int { 2 * coreSeconds }

    /// Address space in bytes; the program and its libraries map about 150 MiB that are only read.
    var addressBytes: Int { dataBytes + 512 << 20 }

    /// Arguments of the process.
    var arguments: [String] { [String(dataBytes), String(coreSeconds)] }

    /// Reads the arguments of the process; nil for others.
    init?(arguments: [String]) {
        let numbers = arguments.compactMap { UInt32($0) }.map(Int.init)
        guard arguments.count == 2, numbers.count == 2 else { return nil }
        self.init(dataBytes: numbers[0], coreSeconds: numbers[1])
    }
}
