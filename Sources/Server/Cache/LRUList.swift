/// Values by key, ordered from the most to the least recently used.
///
/// - Cost: constant time for each operation.
struct LRUList<Key: Hashable, Value> {
    private struct Node {
        var key: Key
        var value: Value
        var newer: Int?
        var older: Int?
    }

    private var indices: [Key: Int] = [:]
    /// nil where an index is free.
    private var nodes: [Node?] = []
    private var free: [Int] = []
    private var newest: Int?
    private var oldest: Int?

    var count: Int { indices.count }

    /// The least recently used key.
    var oldestKey: Key? { oldest.flatMap { nodes[$0]?.key } }

    func peek(_ key: Key) -> Value? { indices[key].flatMap { nodes[$0]?.value } }

    /// The value of a key, which becomes the most recently used.
    mutating func use(_ key: Key) -> Value? {
        guard let index = indices[key], let node = nodes[index] else { return nil }
        unlink(index)
        link(index)
        return node.value
    }

    /// Inserts a value as the most recently used.
    ///
    /// - Precondition: the key has no value yet.
    mutating func insert(_ value: Value, for key: Key) {
        precondition(indices[key] == nil, "a key comes twice")
        let index = free.popLast() ?? nodes.count
        if index == nodes.count { nodes.append(nil) }
        nodes[index] = Node(key: key, value: value)
        indices[key] = index
        link(index)
    }

    mutating func remove(_ key: Key) -> Value? {
        guard let index = indices.removeValue(forKey: key), let node = nodes[index] else {
            return nil
        }
        unlink(index)
        nodes[index] = nil
        free.append(index)
        return node.value
    }

    private mutating func unlink(_ index: Int) {
        let (newer, older) = (nodes[index]?.newer, nodes[index]?.older)
        if let newer { nodes[newer]?.older = older } else { newest = older }
        if let older { nodes[older]?.newer = newer } else { oldest = newer }
    }

    private mutating func link(_ index: Int) {
        nodes[index]?.newer = nil
        nodes[index]?.older = newest
        if let newest { nodes[newest]?.newer = index }
        newest = index
        oldest = oldest ?? index
    }
}
