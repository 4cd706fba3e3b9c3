import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartJSON

/// The result of checking one template, kit or drop.
struct CheckFinding {
    let name: String
    /// Number of checked cards.
    var cards = 0
    /// Paths of the written pictures of findings.
    var overlays: Set<String> = []
    /// Distinct diagnostics, in the order of the first card that has them.
    private(set) var diagnostics: [Diagnostic] = []
    private var known: Set<Diagnostic> = []

    init(name: String) {
        self.name = name
    }

    mutating func add(_ diagnostic: Diagnostic) {
        if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }

    var isFaulty: Bool { diagnostics.contains { $0.severity == .error } }

    /// One line, like `statement: 72 cards, good`.
    var sentence: String {
        let errors = count(.error, "error")
        let warnings = count(.warning, "warning")
        let found = [errors, warnings].compactMap { $0 }.joined(separator: ", ")
        let looked = cards == 1 ? "1 card" : "\(cards) cards"
        return "\(name): \(looked), \(found.isEmpty ? "good" : found)"
    }

    private func count(_ severity: Diagnostic.Severity, _ noun: String) -> String? {
        let count = diagnostics.count { $0.severity == severity }
        return count == 0 ? nil : count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }

    var json: JSONValue {
        [
            "name": .string(name), "cards": .integer(cards), "good": .bool(!isFaulty),
            "diagnostics": .array(diagnostics.map(\.json)),
        ]
    }
}
