/// A value as an indented tree of its stored properties, for reading and for `diff`.
///
/// Values whose parts fit on one line are on one line. Absent values are left out, and the pixels of
/// bitmaps are counted.
struct ValueDump {
    private(set) var text = ""
    private static let lineLength = 100
    /// Longest run of numbers, such as pixels, that is written in full.
    private static let longestRun = 256

    init(_ name: String, _ value: Any) {
        write(name, value, depth: 0)
    }

    private mutating func write(_ label: String, _ value: Any, depth: Int) {
        guard let value = unwrapped(value) else { return }
        let indent = String(repeating: "  ", count: depth)
        if let line = inline(value), indent.count + label.count + line.count < Self.lineLength {
            text += "\(indent)\(label): \(line)\n"
            return
        }
        let mirror = Mirror(reflecting: value)
        text += "\(indent)\(label):\(caseName(value, mirror).map { " " + $0 } ?? "")\n"
        if mirror.displayStyle == .collection, mirror.children.count > Self.longestRun,
            mirror.children.first.map({ $0.value is any BinaryInteger }) ?? false
        {
            text += "\(indent)  \(mirror.children.count) numbers\n"
            return
        }
        for (label, value) in parts(of: mirror) { write(label, value, depth: depth + 1) }
    }

    /// The value on one line; nil if a part of it needs its own lines.
    private func inline(_ value: Any) -> String? {
        guard let value = unwrapped(value) else { return "nil" }
        if let text = value as? String { return text.debugDescription }
        let mirror = Mirror(reflecting: value)
        if mirror.children.isEmpty {
            return mirror.displayStyle == .collection ? "[]" : "\(value)"
        }
        guard mirror.children.count <= 8 else { return nil }
        var line: [String] = []
        for (label, part) in parts(of: mirror) where unwrapped(part) != nil {
            guard let text = inline(part) else { return nil }
            line.append(mirror.displayStyle == .collection ? text : "\(label): \(text)")
        }
        let content = line.joined(separator: ", ")
        switch mirror.displayStyle {
        case .collection, .set: return "[\(content)]"
        case .enum: return "\(caseName(value, mirror) ?? "")(\(content))"
        default: return "(\(content))"
        }
    }

    /// Labels and values of the parts, in an order that does not depend on hashing.
    private func parts(of mirror: Mirror) -> [(label: String, value: Any)] {
        switch mirror.displayStyle {
        case .enum:
            // A case with one value without a label has it as its only part.
            guard let payload = mirror.children.first?.value else { return [] }
            let inner = Mirror(reflecting: payload)
            return inner.displayStyle == .tuple ? parts(of: inner) : [("value", payload)]
        case .dictionary:
            return mirror.children.map { pair in
                let values = Mirror(reflecting: pair.value).children.map(\.value)
                return ("\(values[0])", values[1])
            }.sorted { $0.label < $1.label }
        case .set:
            return mirror.children.map { ("-", $0.value) }.sorted { "\($0.value)" < "\($1.value)" }
        default:
            return mirror.children.enumerated().map { index, part in
                (
                    part.label.map { $0.hasPrefix(".") ? String($0.dropFirst()) : $0 }
                        ?? "\(index)",
                    part.value
                )
            }
        }
    }

    private func caseName(_ value: Any, _ mirror: Mirror) -> String? {
        guard mirror.displayStyle == .enum else { return nil }
        return mirror.children.first?.label ?? "\(value)"
    }

    private func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first.flatMap { unwrapped($0.value) }
    }
}
