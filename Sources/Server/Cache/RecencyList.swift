/// Values by key, from the one used last to the one not used for longest.
///
/// Every step takes the same time, however many there are.
struct RecencyList<Key: Hashable, Value> {
    private struct Node {
        var key: Key
        var value: Value
        var newer: Int?
        var older: Int?
    }

    private var places: [Key: Int] = [:]
    /// nil where a place is free.
    private var nodes: [Node?] = []
    private var free: [Int] = []
    private var newest: Int?
    private var oldest: Int?

    var count: Int { places.count }

    /// The key that was not used for longest.
    var oldestKey: Key? { oldest.flatMap { nodes[$0]?.key } }

    func peek(_ key: Key) -> Value? { places[key].flatMap { nodes[$0]?.value } }

    /// The value of a key, which is thereby used.
    mutating func use(_ key: Key) -> Value? {
        guard let place = places[key], let node = nodes[place] else { return nil }
        unlink(place)
        link(place)
        return node.value
    }

    /// Puts a new value in front; there is none for the key yet.
    mutating func insert(_ value: Value, for key: Key) {
        precondition(places[key] == nil, "a key comes twice")
        let place = free.popLast() ?? nodes.count
        if place == nodes.count { nodes.append(nil) }
        nodes[place] = Node(key: key, value: value)
        places[key] = place
        link(place)
    }

    mutating func remove(_ key: Key) -> Value? {
        guard let place = places.removeValue(forKey: key), let node = nodes[place] else {
            return nil
        }
        unlink(place)
        nodes[place] = nil
        free.append(place)
        return node.value
    }

    private mutating func unlink(_ place: Int) {
        let (newer, older) = (nodes[place]?.newer, nodes[place]?.older)
        if let newer { nodes[newer]?.older = older } else { newest = older }
        if let older { nodes[older]?.newer = newer } else { oldest = newer }
    }

    private mutating func link(_ place: Int) {
        nodes[place]?.newer = nil
        nodes[place]?.older = newest
        if let newest { nodes[newest]?.newer = place }
        newest = place
        oldest = oldest ?? place
    }
}
