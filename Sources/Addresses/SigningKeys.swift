public import BlueHeartDiagnostics
import BlueHeartJSON

/// Keys that sign addresses: the first signs, all of them are accepted.
///
/// To rotate keys, put a new one first, wait until the addresses of the old one have expired, and
/// remove the old one.
public struct SigningKeys: Sendable {
    public struct Key: Sendable {
        /// Identifier in the address: letters, digits, `-` and `_`.
        public var id: String
        /// Secret of at least 32 bytes.
        var secret: [UInt8]
    }

    /// The keys, at least one, with unique ids.
    public let keys: [Key]

    public subscript(id: String) -> Key? { keys.first { isSameName($0.id, id) } }

    /// The same keys with another signing key; nil if there is no key with this id.
    public func signing(with id: String) -> SigningKeys? {
        guard let key = self[id] else { return nil }
        return SigningKeys(keys: [key] + keys.filter { !isSameName($0.id, id) })
    }
}

extension SigningKeys {
    /// Reads `{ "keys": [{ "id": "2026-11", "secret": "64 hexadecimal digits or more" }] }`.
    ///
    /// - Throws: every fault of the file; no message contains a secret.
    public static func read(_ bytes: [UInt8], file: String) throws(CardError) -> SigningKeys {
        let root = try JSONDocument.read(bytes, file: file, kind: .data)
        var object = ObjectReader(root, at: JSONPath(), kind: .data)
        let keys = object.each("keys") { node, path throws(CardError) in
            try Key.read(node, at: path)
        }
        if keys.isEmpty, !object.hasFaults {
            object.note("missing-field", "expected at least one key, found none", at: "keys")
        }
        let ids = keys.map(\.id)
        if let twice = ids.first(where: { id in ids.count { isSameName($0, id) } > 1 }) {
            object.note("duplicate-name", "two keys have the id \(quoted(twice))", at: "keys")
        }
        try object.finish()
        return SigningKeys(keys: keys)
    }
}

extension SigningKeys.Key {
    fileprivate static func read(
        _ node: JSONNode, at path: JSONPath
    ) throws(CardError) -> SigningKeys.Key {
        var object = ObjectReader(node, at: path, kind: .data)
        let id = object.string("id")
        let text = object.string("secret")
        let secret = hexadecimal(text) ?? []
        if !object.hasFaults, !isKeyName(id) {
            object.note(
                "bad-name", "expected 1 to 32 letters, digits, - and _, found \(quoted(id))",
                at: "id")
        }
        if !object.hasFaults, !(32...1_024).contains(secret.count) {
            object.note(
                "bad-secret", "expected 64 to 2,048 hexadecimal digits", at: "secret",
                hint: "make one with: openssl rand -hex 32")
        }
        try object.finish()
        return SigningKeys.Key(id: id, secret: secret)
    }
}

private func isKeyName(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count) && text.utf8.allSatisfy(\.isNameByte)
}

/// The bytes of an even number of hexadecimal digits; nil for any other text.
private func hexadecimal(_ text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap(\.hexadecimalDigit)
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
