import BlueHeartDiagnostics

/// Prints warnings shared by many cards once: a drop of ten thousand cards has each ten thousand
/// times, and its manifest lists all.
struct Remarks {
    /// Largest number of distinct warnings printed.
    private static let limit = 200

    private var told: Set<Diagnostic> = []
    /// Number of omitted warnings; those that are the same for many cards of a row are not.
    private(set) var untold = 0

    /// Prints new warnings.
    ///
    /// - Parameter heading: the card that has them.
    /// - Returns: true if anything was printed.
    mutating func tell(_ all: [Diagnostic], heading: String?) -> Bool {
        // Notes are advice; `check` prints them, and the manifest lists them.
        let diagnostics = all.filter { $0.severity != .note }
        let unknown = diagnostics.filter { !told.contains($0) }
        let new = unknown.filter { diagnostic in
            told.count < Self.limit && told.insert(diagnostic).inserted
        }
        if told.count >= Self.limit { untold += unknown.count - new.count }
        guard !new.isEmpty else { return false }
        if let heading { Console.warn(printable(heading) + ":") }
        Report.tell(new)
        return true
    }
}
