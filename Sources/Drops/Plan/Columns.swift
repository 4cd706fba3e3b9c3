import BlueHeartDiagnostics

/// The roles of columns of rows.
struct Columns {
    enum Role: Hashable {
        /// Restricts its row, or names its file.
        case ruling
        case parameter
        /// Used in file names only, or as the key of its row.
        case name
        case unknown(nearest: String?)
    }

    static let ruling = ["template", "language", "placement", "file"]

    /// Parameters of all templates of the drop.
    private let parameters: [String]
    private let patternNames: [String]
    /// The column that identifies a row.
    private let key: String?
    private var known: [(name: String, role: Role)] = []

    init(parameters: [String], patternNames: [String], key: String? = nil) {
        self.parameters = parameters
        self.key = key
        self.patternNames = patternNames
    }

    /// The role of a column, and true on the first request.
    mutating func role(of name: String) -> (role: Role, isNew: Bool) {
        if let found = known.first(where: { isSameName($0.name, name) }) {
            return (found.role, false)
        }
        let role = newRole(of: name)
        // Bounded by the number of columns of a row; rows with always new names are looked up each
        // time.
        if known.count < CSVParser.fieldLimit { known.append((name, role)) }
        return (role, true)
    }

    /// True for a column on which a card or its name depends.
    func isUsed(_ name: String) -> Bool {
        known.contains { known in
            guard isSameName(known.name, name) else { return false }
            if case .unknown = known.role { return false }
            return true
        }
    }

    private func newRole(of name: String) -> Role {
        if Self.ruling.contains(where: { isSameName($0, name) }) { return .ruling }
        if parameters.contains(where: { isSameName($0, name) }) { return .parameter }
        if patternNames.contains(where: { isSameName($0, name) }) { return .name }
        if let key, isSameName(key, name) { return .name }
        return .unknown(nearest: nearestName(to: name, in: parameters + Self.ruling))
    }
}
