import BlueHeartDiagnostics

/// Detects duplicate names in an object, in constant time for each.
///
/// Names are hashed and compared as bytes: Swift's strings normalise first, which is quadratic on
/// long runs of combining marks, and JSON names are equal only scalar by scalar.
struct NameIndex {
    /// Number of members up to which a linear search is faster than a table.
    private static let walked = 12

    private var positions: [[UInt8]: Int] = [:]

    /// Index of the name in `members`; nil if it is new, and then it is recorded as appended.
    mutating func insert(_ name: String, among members: [JSONMember]) -> Int? {
        if members.count < Self.walked {
            return members.firstIndex { isSameName($0.name, name) }
        }
        if positions.isEmpty {
            for (index, member) in members.enumerated() {
                positions[Array(member.name.utf8)] = index
            }
        }
        let key = Array(name.utf8)
        if let first = positions[key] { return first }
        positions[key] = members.count
        return nil
    }
}
