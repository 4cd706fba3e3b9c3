/// The path from the root of a JSON document to one of its values.
public struct JSONPath: Hashable, Sendable {
    public enum Step: Hashable, Sendable {
        case key(String)
        case index(Int)
    }

    public private(set) var steps: [Step]

    public init(_ steps: [Step] = []) {
        self.steps = steps
    }

    public var isRoot: Bool { steps.isEmpty }

    public func appending(_ step: Step) -> JSONPath { JSONPath(steps + [step]) }
}

extension JSONPath: CustomStringConvertible {
    /// `layers[2].fontSize`; a name with other characters than letters, digits, `_`, `-` and `$` is
    /// in brackets and quotes: `fonts["Noto Sans"]`.
    public var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .key(let name) where isSimple(name): text += text.isEmpty ? name : ".\(name)"
            case .key(let name): text += "[\(quoted(name))]"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }

    private func isSimple(_ name: String) -> Bool {
        (1...60).contains(name.utf8.count)
            && name.utf8.allSatisfy { $0.isNameByte || $0 == UInt8(ascii: "$") }
    }
}
