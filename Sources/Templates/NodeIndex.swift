import Diagnostics
import JSON

/// The nodes of a scene by id, and where each stands.
struct NodeIndex {
    private(set) var ids: [String: JSONNode] = [:]
    /// In the order of the file, `scene` first.
    private(set) var names: [String] = []
    private(set) var paths: [SourceLocation: JSONPath] = [:]
    private(set) var faults: [Diagnostic] = []

    init(_ scene: JSONNode?) {
        guard let scene else { return }
        ids["scene"] = scene
        names.append("scene")
        add(scene, JSONPath([.key("scene")]))
    }

    private mutating func add(_ node: JSONNode, _ path: JSONPath) {
        switch node.value {
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                add(element, path.appending(.index(index)))
            }
        case .object(let members):
            if node["type"] != nil { paths[node.location] = path }
            if node["type"] != nil, let id = node["id"], case .string(let name) = id.value {
                add(name, id, node, path.appending(.key("id")))
            }
            for member in members { add(member.value, path.appending(.key(member.name))) }
        default: break
        }
    }

    private mutating func add(_ name: String, _ id: JSONNode, _ node: JSONNode, _ path: JSONPath) {
        guard isName(name) else { return }
        if let other = ids[name], !(name == "scene" && other.location == node.location) {
            let place = other["id"]?.location ?? other.location
            faults +=
                fault(
                    "duplicate-id", "two nodes have the id \(quoted(name))", of: id, at: path,
                    hint: "the first is at line \(place.line); rename one of them"
                ).diagnostics
            return
        }
        ids[name] = node
        if name != "scene" { names.append(name) }
    }
}
