import CBlueHeartICU

/// A writing system by its four letters in ISO 15924: `Latn`, `Arab`, `Hani`.
public struct Script: Hashable, Sendable {
    /// The four letters as one number, the first in the highest byte.
    public let tag: UInt32

    public init(tag: UInt32) {
        self.tag = tag
    }

    /// Takes the first four letters of `name`.
    public init(_ name: String) {
        tag = name.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    public var name: String {
        String(
            decoding: (0..<4).map { UInt8(truncatingIfNeeded: tag >> (24 - 8 * $0)) }, as: UTF8.self
        )
    }

    public static let latin = Script("Latn")
    public static let common = Script("Zyyy")
    public static let inherited = Script("Zinh")
}

extension Script: CustomStringConvertible {
    public var description: String { name }
}

extension Script {
    /// The script of one scalar: `common` for digits, spaces and most punctuation.
    public init(of scalar: UInt32) {
        self.init(icuCode: icu_script(Int32(bitPattern: scalar)))
    }

    init(icuCode: Int32) {
        guard let name = unsafe icu_script_name(icuCode) else {
            self = .common
            return
        }
        self.init(unsafe String(cString: name))
    }

    /// The most frequent script of the scalars, on a tie the first; nil if none has a script.
    public static func most(of scalars: String.UnicodeScalarView) -> Script? {
        var counts: [(code: Int32, count: Int)] = []
        for scalar in scalars {
            let code = icu_script(Int32(bitPattern: scalar.value))
            if let index = counts.firstIndex(where: { $0.code == code }) {
                counts[index].count += 1
            } else if code > Int32(ICU_SCRIPT_INHERITED) {
                counts.append((code, 1))
            }
        }
        return counts.max { $0.count < $1.count }.map { Script(icuCode: $0.code) }
    }

    /// True if letters of the script are connected, so that nothing may be inserted between them.
    ///
    /// Cursive scripts, and scripts whose letters hang from a common bar.
    public var isConnected: Bool { connectedScripts.contains(tag) }

    /// True if words are not separated, so that a line may break between characters.
    public var isIdeographic: Bool { ideographicScripts.contains(tag) }

    /// True if letters and vowels are stacked, deeper than a Latin descender.
    public var isStacked: Bool { stackedScripts.contains(tag) }
}

private let connectedScripts: Set<UInt32> = tags([
    "Arab", "Syrc", "Mong", "Nkoo", "Phag", "Mand", "Mani", "Adlm", "Rohg", "Sogd", "Deva",
    "Beng", "Guru",
])

private let ideographicScripts: Set<UInt32> = tags(["Hani", "Hira", "Kana", "Bopo", "Yiii"])

private let stackedScripts: Set<UInt32> = tags([
    "Khmr", "Mymr", "Tibt", "Java", "Telu", "Knda", "Mlym", "Orya", "Sinh",
])

private func tags(_ names: [String]) -> Set<UInt32> {
    Set(names.map { Script($0).tag })
}
