import BlueHeartMarkup
import BlueHeartScenes

extension String {
    /// The address with parameters added to its query, before its fragment; existing ones are kept.
    ///
    /// Source: RFC 3986, sections 2.3 and 3.4.
    func addingQuery(_ parameters: [LinkParameter]) -> String {
        let mark = utf8.firstIndex(of: UInt8(ascii: "#")) ?? endIndex
        let (address, fragment) = (self[..<mark], self[mark...])
        let start = address.utf8.firstIndex(of: UInt8(ascii: "?"))
        let known = start.map {
            address[$0...].utf8.dropFirst().split(separator: UInt8(ascii: "&"))
        }
        let new = parameters.filter { parameter in
            !(known ?? []).contains { $0.starts(with: (parameter.name + "=").utf8) }
        }
        guard !new.isEmpty else { return self }
        let joint = start == nil ? "?" : address.utf8.last == UInt8(ascii: "?") ? "" : "&"
        let query = new.map { "\(Address.part($0.name))=\(Address.part($0.value))" }.joined(
            separator: "&")
        return address + joint + query + fragment
    }
}

/// The text with every `part` replaced, compared by its bytes.
func replacing(_ part: StaticString, in text: String, by other: String) -> String {
    let wanted = Array(part.description.utf8)
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        if rest.starts(with: wanted) {
            bytes += other.utf8
            rest = rest.dropFirst(wanted.count)
        } else {
            bytes.append(rest.removeFirst())
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
