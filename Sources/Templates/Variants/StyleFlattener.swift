import BlueHeartDiagnostics

/// Puts the fields of the styles that a style extends before its own.
struct StyleFlattener {
    private let own: [String: StyleSheet.Style]
    /// Styles of the kit, flat.
    private let inherited: [String: [Record.Entry]]
    /// Names of all styles, for hints.
    private let names: [String]
    /// Styles that are flat already, so that each is looked at once.
    private var done: [String: [Record.Entry]] = [:]
    private(set) var faults: [Diagnostic] = []

    init(
        _ sheet: StyleSheet, over inherited: [String: [Record.Entry]], _ names: [String]
    ) {
        own = Dictionary(
            sheet.styles.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.inherited = inherited
        self.names = names
    }

    /// The fields of a style after those it extends; later ones win.
    mutating func fields(of name: String) -> [Record.Entry] {
        var ring: [String] = []
        return flattened(name, &ring)
    }

    private mutating func flattened(_ name: String, _ ring: inout [String]) -> [Record.Entry] {
        guard let style = own[name] else { return inherited[name] ?? [] }
        guard !ring.contains(name) else {
            noteCycle(ring + [name], style)
            return []
        }
        if let fields = done[name] { return fields }
        ring.append(name)
        defer { ring.removeLast() }
        var fields: [Record.Entry] = []
        for base in style.bases {
            guard own[safe: base.name] != nil || inherited[safe: base.name] != nil else {
                faults.append(unknown(base))
                continue
            }
            fields = merged(fields, with: flattened(base: base.name, of: style, &ring))
        }
        fields = merged(
            fields, with: style.record.entries.filter { !isSameName($0.name, "extends") })
        done[name] = fields
        return fields
    }

    /// A style that extends its own name means the one it overrides.
    private mutating func flattened(
        base: String, of style: StyleSheet.Style, _ ring: inout [String]
    ) -> [Record.Entry] {
        guard isSameName(base, style.name) else { return flattened(base, &ring) }
        if let fields = inherited[base] { return fields }
        noteCycle([style.name, style.name], style)
        return []
    }

    private mutating func noteCycle(_ ring: [String], _ style: StyleSheet.Style) {
        let from = ring.firstIndex(of: ring[ring.count - 1]) ?? 0
        let extends = style.record["extends"]
        // Told once, at the style that comes first in the file.
        let fault = Diagnostic(
            code: "style-cycle",
            "a style extends itself: \(ring[from...].joined(separator: " → "))",
            at: extends?.location ?? style.nameLocation,
            path: style.record.path.appending(.key("extends")), hint: "remove one of these extends")
        if !faults.contains(where: { $0.code == fault.code && isSameRing($0, ring) }) {
            faults.append(fault)
        }
    }

    /// True if a cycle was already reported, beginning at another of its styles.
    private func isSameRing(_ told: Diagnostic, _ ring: [String]) -> Bool {
        ring.contains { name in told.path.steps.contains(.key(name)) }
    }

    private func unknown(_ base: StyleName) -> Diagnostic {
        let near = nearestName(to: base.name, in: names).map { "did you mean \(quoted($0))?" }
        return Diagnostic(
            code: "unknown-style", "no style is named \(quoted(base.name))", at: base.location,
            path: base.path, hint: near ?? "add it to the styles of the template or the kit")
    }
}

extension StyleSheet.Style {
    /// The styles that it extends.
    fileprivate var bases: [StyleName] {
        guard let written = record["extends"], case .value(let value) = written.content,
            let names = value as? [StyleName]
        else { return [] }
        return names
    }
}
