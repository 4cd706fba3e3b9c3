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

    /// Other words for ruling columns, folded; people mean them, but may mean something else.
    private static let otherWords: [(word: String, ruling: String)] = [
        ("lang", "language"), ("locale", "language"), ("sprache", "language"),
        ("langue", "language"), ("idioma", "language"), ("lingua", "language"),
        ("jazyk", "language"), ("język", "language"), ("taal", "language"), ("dil", "language"),
        ("язык", "language"), ("мова", "language"), ("لغة", "language"), ("اللغة", "language"),
        ("语言", "language"), ("भाषा", "language"), ("size", "placement"),
        ("sizes", "placement"), ("platzierung", "placement"), ("emplacement", "placement"),
        ("ubicación", "placement"), ("vorlage", "template"), ("modèle", "template"),
        ("plantilla", "template"), ("šablona", "template"), ("šablóna", "template"),
        ("filename", "file"), ("datei", "file"), ("fichier", "file"), ("archivo", "file"),
    ]

    /// Parameters of all templates of the drop.
    private let parameters: [String]
    private let patternNames: [String]
    /// The column that identifies a row.
    private let key: String?
    private var known: [(written: String, name: String, role: Role)] = []

    init(parameters: [String], patternNames: [String], key: String? = nil) {
        self.parameters = parameters
        self.key = key
        self.patternNames = patternNames
    }

    /// The name that a column means, its role, and true on the first request.
    ///
    /// Capitals, blanks, `-` and `_` do not distinguish names: `Post Date` means `postDate`.
    mutating func column(_ written: String) -> (name: String, role: Role, isNew: Bool) {
        if let found = known.first(where: { isSameName($0.written, written) }) {
            return (found.name, found.role, false)
        }
        let name = meaning(of: written)
        let role = newRole(of: name)
        // Bounded by the number of columns of a row; rows with always new names are looked up each
        // time.
        if known.count < CSVParser.fieldLimit { known.append((written, name, role)) }
        return (name, role, true)
    }

    private func meaning(of written: String) -> String {
        let names = Self.ruling + parameters + patternNames + [key].compactMap { $0 }
        if names.contains(where: { isSameName($0, written) }) { return written }
        return nameMeant(by: written, among: names) ?? written
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
        let folded = folded(name)
        if let word = Self.otherWords.first(where: { isSameName($0.word, folded) }) {
            return .unknown(nearest: word.ruling)
        }
        return .unknown(nearest: nearestName(to: name, in: parameters + Self.ruling))
    }
}

/// The one name that differs only in capitals, blanks, `-` and `_`; nil if none or several do.
func nameMeant(by written: String, among names: [String]) -> String? {
    let wanted = folded(written)
    let found = names.filter { isSameName(folded($0), wanted) }
    guard let first = found.first, found.allSatisfy({ isSameName($0, first) }) else { return nil }
    return first
}

private func folded(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in SafeName.folded(name).unicodeScalars
    where scalar != "-" && scalar != "_" && !scalar.properties.isWhitespace {
        folded.append(scalar)
    }
    return String(folded)
}
