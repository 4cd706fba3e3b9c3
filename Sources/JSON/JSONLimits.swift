/// Limits of a JSON document, checked while it is read.
public struct JSONLimits: Hashable, Sendable {
    /// Bytes of the file.
    public var bytes: Int
    /// Nesting depth of objects and arrays; the outermost is 1.
    ///
    /// At most 512, because each level uses stack.
    public var depth: Int
    /// Values of any type, including containers.
    public var nodes: Int

    public init(bytes: Int = 1 << 20, depth: Int = 64, nodes: Int = 10_000) {
        precondition(depth <= 512, "a depth of \(depth) may take more stack than there is")
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
    }

    /// Limits of a template, a kit and a drop file.
    public static let template = JSONLimits()

    /// Range of the numbers in a template, unless a field has a narrower one.
    public static let numbers: ClosedRange<Double> = -1e6...1e6
}
