public import BlueHeartDiagnostics
import BlueHeartJSON

/// The name of a font family in the `fonts` of a kit.
struct FamilyUse: Sendable {
    let name: String
    let node: JSONNode
    let path: JSONPath

    /// All of a kit's `fonts`, which have been read without a fault.
    static func all(in fonts: JSONNode?) -> [FamilyUse] {
        guard case .object(let members)? = fonts?.value else { return [] }
        return members.flatMap { member -> [FamilyUse] in
            let path = JSONPath([.key(KitFields.fields.fonts.name), .key(member.name)])
            switch member.value.value {
            case .string(let name):
                return [FamilyUse(name: name, node: member.value, path: path)]
            case .array(let elements):
                return elements.enumerated().compactMap { index, element in
                    guard case .string(let name) = element.value else { return nil }
                    return FamilyUse(
                        name: name, node: element, path: path.appending(.index(index)))
                }
            default: return []
            }
        }
    }
}

extension Kit {
    /// Families that the kit's `fonts` name and that do not exist.
    ///
    /// - Parameter known: the names of all families, the kit's own among them.
    public func faults(inFonts known: [String]) -> [Diagnostic] {
        familyUses.filter { !known.contains($0.name) }.flatMap { use in
            unknownName(
                "unknown-font", "font family", use.name, in: known, of: use.node, at: use.path,
                cure: "put the font's files into the folder fonts of the kit, "
                    + "or see blueheart list fonts"
            ).diagnostics
        }
    }
}
