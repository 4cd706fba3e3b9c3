public import BlueHeartDiagnostics

/// Reads the fields of a JSON object and collects their faults.
///
/// A fault is recorded and a harmless stand-in is returned, so that a decoder needs no branches;
/// `finish()` throws all faults, including unknown fields, so that no stand-in escapes.
///
/// ```swift
/// var object = ObjectReader(node, at: path)
/// let text = object.string("text")
/// let fontSize = object.number("fontSize", in: 1...2_000, unit: "px")
/// let align = object.choice("align", of: Align.self, default: .start)
/// let shadow = object.optional("shadow") { node, path throws(CardError) in
///     try Shadow.read(node, at: path)
/// }
/// try object.finish()
/// ```
public struct ObjectReader: Sendable {
    public let node: JSONNode
    public let path: JSONPath
    private let kind: CardError.Kind
    private let isObject: Bool
    private var knownNames: [String] = []
    private var noted: [Diagnostic] = []

    /// Begins to read an object; a node of another type is recorded as a fault.
    ///
    /// - Parameter kind: the kind of the error that `finish()` throws.
    public init(_ node: JSONNode, at path: JSONPath, kind: CardError.Kind = .template) {
        self.node = node
        self.path = path
        self.kind = kind
        if case .object = node.value { isObject = true } else { isObject = false }
        if !isObject { noteWrongType(expected: "an object", found: node, at: path) }
    }

    public var location: SourceLocation { node.location }

    /// The members in the order of the file; empty if the node is not an object.
    ///
    /// To read fields with any name, read them here and call `allowAll()`.
    public var members: [JSONMember] {
        if case .object(let members) = node.value { members } else { [] }
    }

    public func path(to name: String) -> JSONPath { path.appending(.key(name)) }
}

// MARK: - Fields as they are

extension ObjectReader {
    /// True if the object has the field; the name then counts as known.
    public mutating func has(_ name: String) -> Bool { optionalNode(name) != nil }

    /// The node of a field; nil if the field is missing.
    public mutating func optionalNode(_ name: String) -> JSONNode? {
        knownNames.append(name)
        return node[name]
    }

    /// The node of a required field; a missing field is recorded as a fault.
    public mutating func node(_ name: String) -> JSONNode? {
        if let value = optionalNode(name) { return value }
        guard isObject else { return nil }
        note(
            Diagnostic(
                code: "missing-field", "the field \(quoted(name)) is missing", at: location,
                path: path(to: name)))
        return nil
    }

    /// Adds names to the known ones without reading them: `$schema`.
    public mutating func allow(_ names: String...) { knownNames += names }

    /// Makes every name known.
    public mutating func allowAll() { knownNames += members.map(\.name) }
}

// MARK: - Faults

extension ObjectReader {
    /// True if an error was recorded; checks across fields are then meaningless.
    public var hasFaults: Bool { noted.contains { $0.severity == .error } }

    public mutating func note(_ diagnostic: Diagnostic) { noted.append(diagnostic) }

    /// Records a fault in a field's value, with its location and path.
    public mutating func note(
        _ code: String, _ message: String, at name: String, hint: String? = nil
    ) {
        note(
            Diagnostic(
                code: code, message, at: node[name]?.location ?? location, path: path(to: name),
                hint: hint))
    }

    /// Records all faults of an error.
    public mutating func note(_ error: CardError) { noted += error.diagnostics }

    /// The result of `body`; if it throws, its faults are recorded and the result is nil.
    @discardableResult
    public mutating func attempt<Value>(_ body: () throws(CardError) -> Value) -> Value? {
        do throws(CardError) {
            return try body()
        } catch {
            note(error)
            return nil
        }
    }

    /// Ends the reading and returns the recorded warnings.
    ///
    /// - Throws: all faults and unknown fields, in the order of the file, if one of them is an
    ///   error.
    @discardableResult
    public consuming func finish() throws(CardError) -> [Diagnostic] {
        noteUnknownFields()
        let sorted = sortedByPlace(noted)
        guard sorted.contains(where: { $0.severity == .error }) else { return sorted }
        throw CardError(kind, sorted)
    }

    private mutating func noteUnknownFields() {
        // Far more than anyone misspells; the bound keeps a hostile object linear.
        var hintsLeft = 32
        let members = members
        for index in members.indices where !isKnown(members[index].name) {
            let member = members[index]
            let hint = hintsLeft > 0 ? didYouMean(member.name, among: knownNames) : nil
            hintsLeft -= 1
            note(
                Diagnostic(
                    code: "unknown-field", "unknown field \(quoted(member.name))",
                    at: member.nameLocation, path: path(to: member.name), hint: hint))
        }
    }

    private func isKnown(_ name: String) -> Bool {
        knownNames.contains { isSameName($0, name) }
    }

    mutating func noteWrongType(expected: String, found: JSONNode, at path: JSONPath) {
        note(
            Diagnostic(
                code: "wrong-type", "expected \(expected), found \(found.kindAndText)",
                at: found.location, path: path))
    }
}

/// Sorted by line and column; the sort is stable, and diagnostics without a location are last.
private func sortedByPlace(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
        key(left.offset, left.element) < key(right.offset, right.element)
    }.map(\.element)
}

private func key(_ index: Int, _ diagnostic: Diagnostic) -> (Int, Int, Int) {
    (diagnostic.location?.line ?? .max, diagnostic.location?.column ?? .max, index)
}
