import Diagnostics

/// Finds a name that an object has already, in constant time for each.
///
/// Names are hashed and compared as bytes: Swift's strings normalise first, which is quadratic on
/// long runs of combining marks, and JSON names are equal only scalar by scalar.
struct NameIndex {
    /// Up to so many members a walk over them is cheaper than a table.
    private static let walked = 12

    private var positions: [[UInt8]: Int] = [:]

    /// Where in `members` the name is; nil where it is new, and then it is taken to be appended.
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
