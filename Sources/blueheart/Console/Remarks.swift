import Diagnostics

/// Tells warnings of many cards, each once: a drop of ten thousand has the same ones
/// ten thousand times, and its manifest names them all.
struct Remarks {
    /// So many different ones are told; more than anybody reads.
    private static let limit = 200

    private var told: Set<Diagnostic> = []
    /// How often one came again, or came after the limit.
    private(set) var untold = 0

    /// - Parameter heading: the card that has them.
    /// - Returns: whether anything was written.
    mutating func tell(_ all: [Diagnostic], heading: String?) -> Bool {
        // Notes are advice; `check` gives it, and the manifest keeps it.
        let diagnostics = all.filter { $0.severity != .note }
        let new = diagnostics.filter { diagnostic in
            told.count < Self.limit && told.insert(diagnostic).inserted
        }
        untold += diagnostics.count - new.count
        guard !new.isEmpty else { return false }
        if let heading { Console.warn(heading + ":") }
        Report.tell(new)
        return true
    }
}
