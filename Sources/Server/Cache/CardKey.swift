import BlueHeartEngine
import BlueHeartSupport

/// Identity of a rendered card: a digest of all that its bytes depend on.
struct CardKey: Hashable, Sendable {
    let digest: String
    /// The digest as four numbers.
    let words: [4 of UInt64]

    /// - Parameter inputs: all that the card depends on, in canonical form.
    init(of inputs: String) {
        digest = sha256(of: Array(inputs.utf8))
        let digits = Array(digest.utf8)
        words = [4 of UInt64] { part in
            digits[(16 * part)..<(16 * part + 16)].reduce(0) { sum, digit in
                sum << 4 | UInt64(digit < 58 ? digit - 48 : digit - 87)
            }
        }
    }

    static func == (left: CardKey, right: CardKey) -> Bool {
        left.words[0] == right.words[0] && left.words[1] == right.words[1]
            && left.words[2] == right.words[2] && left.words[3] == right.words[3]
    }

    func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }

    /// 32 hexadecimal digits, for an `ETag`.
    var tag: String { String(digest.prefix(32)) }
}
