import BlueHeartDiagnostics
import BlueHeartJSON

/// The location of each value in its file.
///
/// Variants, styles and base templates copy values from one place to another; their faults are
/// reported where they were written.
struct Places: Sendable {
    private(set) var roots: [JSONNode]

    init(of roots: JSONNode...) { self.roots = roots }

    /// The first file.
    var root: JSONNode { roots[0] }

    mutating func add(_ root: JSONNode) { roots.append(root) }

    /// The same faults, each once, in the order of the files, each path as the file has it.
    func straightened(_ error: CardError) -> CardError {
        var paths: [SourceLocation: JSONPath] = [:]
        for root in roots { note(root, JSONPath(), &paths) }
        var seen: Set<FaultIdentity> = []
        var diagnostics: [Diagnostic] = []
        for var diagnostic in error.diagnostics {
            if let place = diagnostic.location, let path = paths[place] {
                let isMissing = diagnostic.code == "missing-field"
                let last = isMissing ? diagnostic.path.steps.suffix(1) : []
                diagnostic.path = JSONPath(path.steps + last)
            }
            if seen.insert(FaultIdentity(diagnostic)).inserted { diagnostics.append(diagnostic) }
        }
        return CardError(error.kind, sorted(diagnostics))
    }

    private func note(
        _ node: JSONNode, _ path: JSONPath, _ paths: inout [SourceLocation: JSONPath]
    ) {
        paths[node.location] = path
        switch node.value {
        case .object(let members):
            for member in members {
                let way = path.appending(.key(member.name))
                paths[member.nameLocation] = way
                note(member.value, way, &paths)
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                note(element, path.appending(.index(index)), &paths)
            }
        default: break
        }
    }

    /// Sorted by file in order of first occurrence, then by line and column; diagnostics without a
    /// location are last.
    private func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let files = roots.map(\.location.file)
        func rank(_ place: SourceLocation?) -> (Int, Int, Int) {
            guard let place else { return (.max, 0, 0) }
            let file = files.firstIndex(of: place.file) ?? .max - 1
            return (file, place.line, place.column)
        }
        return diagnostics.enumerated().sorted { left, right in
            let (first, second) = (rank(left.element.location), rank(right.element.location))
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }
}

/// Identity of a fault, hashed as bytes.
private struct FaultIdentity: Hashable {
    let location: SourceLocation?
    let code: String
    let message: [UInt8]

    init(_ diagnostic: Diagnostic) {
        location = diagnostic.location
        code = diagnostic.code
        message = Array(diagnostic.message.utf8)
    }
}
