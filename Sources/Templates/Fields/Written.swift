import BlueHeartDiagnostics

/// A value of a template's file after reading: checked as far as it can be by itself, in its place.
///
/// What depends on the placement, the language or the card's arguments is found by its type's
/// `resolve`; nothing is parsed again.
package struct Written: Sendable {
    indirect enum Content: Sendable {
        /// `null` in a change: takes an inherited value away.
        case null
        /// A value whose fault has been reported; it resolves to a stand-in.
        case invalid
        /// A value as its type stores it.
        case value(any Sendable)
        /// An object, kept by field so that styles and variants can change parts of it.
        case record(Record)
        case list([Written])
    }

    let content: Content
    let location: SourceLocation
    let path: JSONPath
    /// True if resolving it needs the card's arguments.
    let isComputed: Bool

    init(_ content: Content, at location: SourceLocation, path: JSONPath) {
        self.content = content
        self.location = location
        self.path = path
        isComputed = content.isComputed
    }

    var isNull: Bool { if case .null = content { true } else { false } }
    var isInvalid: Bool { if case .invalid = content { true } else { false } }
    var record: Record? { if case .record(let record) = content { record } else { nil } }
    var list: [Written]? { if case .list(let list) = content { list } else { nil } }

    /// The value as its type stored it.
    ///
    /// - Precondition: the value was read by a type that stores a `Stored`.
    func stored<Stored>(as type: Stored.Type = Stored.self) -> Stored {
        guard case .value(let value) = content, let stored = value as? Stored else {
            preconditionFailure("\(path) holds no \(type)")
        }
        return stored
    }
}

/// A stored value that may depend on the card's arguments.
protocol Computable: Sendable {
    var isComputed: Bool { get }
}

extension Written.Content {
    fileprivate var isComputed: Bool {
        switch self {
        case .null, .invalid: false
        case .value(let value): (value as? any Computable)?.isComputed ?? false
        case .record(let record): record.isComputed
        case .list(let list): list.contains(where: \.isComputed)
        }
    }
}

/// The fields of an object that a file gives, in the order of the file.
struct Record: Sendable {
    struct Entry: Sendable {
        var name: String
        var nameLocation: SourceLocation
        var value: Written
    }

    var entries: [Entry]
    /// Fields given under the name of another tool: told as unknown, and not as missing.
    var misnamed: [String] = []
    let location: SourceLocation
    let path: JSONPath

    init(_ entries: [Entry] = [], at location: SourceLocation, path: JSONPath) {
        self.entries = entries
        self.location = location
        self.path = path
    }

    subscript(name: String) -> Written? {
        index(of: name).map { entries[$0].value }
    }

    private func index(of name: String) -> Int? {
        entries.firstIndex { isSameName($0.name, name) }
    }

    var isComputed: Bool { entries.contains { $0.value.isComputed } }
}

// MARK: - Merging

extension Record {
    /// This record with the fields of another below its own; an incomplete range takes the end it
    /// lacks from the range below.
    func over(_ base: [Entry]) -> Record {
        var result = self
        result.entries = base
        for entry in entries {
            guard let index = result.index(of: entry.name) else {
                result.entries.append(entry)
                continue
            }
            result.entries[index] = entry.completed(from: result.entries[index])
        }
        return result
    }

    /// This record with the fields of a change in place of its own.
    ///
    /// Objects are merged one level deep, `null` takes a field away, everything else is replaced.
    func changed(by change: Record) -> Record {
        var result = self
        for entry in change.entries {
            let index = result.index(of: entry.name)
            if entry.value.isNull {
                if let index { result.entries.remove(at: index) }
            } else if let index {
                result.entries[index] = result.entries[index].changed(by: entry)
            } else {
                result.entries.append(entry)
            }
        }
        return result
    }
}

extension Record.Entry {
    fileprivate func changed(by new: Record.Entry) -> Record.Entry {
        guard let old = value.record, let change = new.value.record else { return new }
        var entry = new
        var merged = Record(old.entries, at: change.location, path: change.path)
        for field in change.entries {
            let index = merged.entries.firstIndex { isSameName($0.name, field.name) }
            if field.value.isNull {
                if let index { merged.entries.remove(at: index) }
            } else if let index {
                merged.entries[index] = field
            } else {
                merged.entries.append(field)
            }
        }
        entry.value = Written(.record(merged), at: new.value.location, path: new.value.path)
        return entry
    }

    /// A range `{min, max}` with the end it lacks from another range.
    fileprivate func completed(from base: Record.Entry) -> Record.Entry {
        guard let own = value.record, let other = base.value.record,
            own.entries.count == 1, ["min", "max"].contains(own.entries[0].name),
            let missing = other.entries.first(where: { $0.name != own.entries[0].name }),
            ["min", "max"].contains(missing.name)
        else { return self }
        var entry = self
        let range = Record(own.entries + [missing], at: own.location, path: own.path)
        entry.value = Written(.record(range), at: value.location, path: value.path)
        return entry
    }
}
