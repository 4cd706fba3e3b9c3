public import BlueHeartDiagnostics
import BlueHeartJSON

/// The data of all networks: their picture slots and their rules for words.
public struct PlacementList: Hashable, Sendable {
    /// Placements in the order of the file.
    public let placements: [Placement]
    public let networks: [Network]

    /// Reads `placements.json`.
    ///
    /// - Throws: every fault of the file together.
    public static func read(_ bytes: [UInt8], file: String) throws(CardError) -> PlacementList {
        let root = try JSONDocument.read(bytes, file: file)
        var object = ObjectReader(root, at: JSONPath())
        object.allow("$schema")
        let networks = object.read("networks", orStandIn: []) { node, path throws(CardError) in
            try eachMember(of: node, at: path, Network.read)
        }
        let placements = object.read("placements", orStandIn: []) {
            node, path throws(CardError) in
            try eachMember(of: node, at: path, Placement.read)
        }
        noteUnknownNetworks(of: placements, networks: networks.map(\.name), in: &object)
        try object.finish()
        return PlacementList(placements: placements, networks: networks)
    }

    /// Reads a single slot of `placements.json`, for a process that makes one card.
    ///
    /// - Returns: nil if there is no slot of this name.
    /// - Throws: the faults of this slot only; `read` reports the others.
    /// - Cost: half of reading the whole list.
    public static func slot(
        _ name: String, in bytes: [UInt8], file: String
    ) throws(CardError) -> Slot? {
        let root = try JSONDocument.read(bytes, file: file)
        guard let node = root["placements"]?[name] else { return nil }
        let placement = try Placement.read(name, node, JSONPath([.key("placements"), .key(name)]))
        var networks: [Network] = []
        for name in placement.networks {
            // A missing network is a fault of the file, which `read` reports.
            guard let node = root["networks"]?[name] else { return nil }
            networks.append(try Network.read(name, node, JSONPath([.key("networks"), .key(name)])))
        }
        return Slot(placement: placement, networks: networks)
    }

    /// A placement and the networks that show it, most important first.
    public func slot(of placement: Placement) -> Slot {
        Slot(placement: placement, networks: placement.networks.compactMap(network))
    }

    public subscript(name: String) -> Placement? { placements.first { isSameName($0.name, name) } }

    public func network(_ name: String) -> Network? { networks.first { isSameName($0.name, name) } }

    /// The placement named in a file or by a user.
    ///
    /// - Parameters:
    ///   - kind: `template` for a name in a file of the kit, `data` for a name from a user.
    /// - Throws: `unknown-placement`, with the nearest name or all of them as a hint.
    public func placement(
        _ name: String, kind: CardError.Kind = .template, at location: SourceLocation? = nil,
        path: JSONPath = JSONPath()
    ) throws(CardError) -> Placement {
        if let placement = self[name] { return placement }
        throw CardError(
            kind,
            Diagnostic(
                code: "unknown-placement", "there is no placement \(quoted(name))", at: location,
                path: path, hint: nameHint(for: name, among: placements.map(\.name))))
    }

    private static func noteUnknownNetworks(
        of placements: [Placement], networks: [String], in object: inout ObjectReader
    ) {
        for placement in placements {
            for name in placement.networks where !networks.contains(where: { isSameName($0, name) })
            {
                object.note(
                    "unknown-network",
                    "the placement \(quoted(placement.name)) uses the unknown network \(quoted(name))",
                    at: "placements",
                    hint: didYouMean(name, among: networks))
            }
        }
    }
}

/// The results of `body` for each member of an object, with its name.
private func eachMember<Value>(
    of node: JSONNode, at path: JSONPath,
    _ body: (_ name: String, _ node: JSONNode, _ path: JSONPath) throws(CardError) -> Value
) throws(CardError) -> [Value] {
    var object = ObjectReader(node, at: path)
    let values = object.eachMember { member, path throws(CardError) in
        try checkName(member, at: path)
        return try body(member.name, member.value, path)
    }
    try object.finish()
    return values
}

private func checkName(_ member: JSONMember, at path: JSONPath) throws(CardError) {
    let isPlain = member.name.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte.isASCIIDigit
            || byte == UInt8(ascii: "-")
    }
    guard isPlain, !member.name.isEmpty else {
        throw CardError(
            .template,
            Diagnostic(
                code: "bad-name",
                "expected a name of small letters, digits and hyphens, found "
                    + quoted(member.name), at: member.nameLocation, path: path))
    }
}
