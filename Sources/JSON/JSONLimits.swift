/// How much of a JSON document is read before it is refused.
public struct JSONLimits: Hashable, Sendable {
    /// Bytes of the file.
    public var bytes: Int
    /// Objects and arrays inside one another; the outermost is 1.
    ///
    /// At most 512, as each takes stack.
    public var depth: Int
    /// Values of any type, the containers among them.
    public var nodes: Int

    public init(bytes: Int = 1 << 20, depth: Int = 64, nodes: Int = 10_000) {
        precondition(depth <= 512, "a depth of \(depth) may take more stack than there is")
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
    }

    /// What a template, a kit and a drop may be.
    public static let template = JSONLimits()

    /// The numbers a template may hold where nothing narrower is said.
    public static let numbers: ClosedRange<Double> = -1e6...1e6
}
