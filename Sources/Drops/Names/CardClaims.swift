import BlueHeartEngine

/// Names and identities of a drop's cards; those of earlier drops in the folder stay theirs.
struct CardClaims {
    private let state: DropState?
    private var register = NameRegister()
    /// Cards of this drop with the same identity, by its index.
    private var counts: [UInt64: Int] = [:]

    init(state: DropState?) {
        self.state = state
    }

    /// The number of a row in file names.
    func number(of row: Row, _ key: RowKey) -> Int {
        state?.number(of: key.digest, at: row.number) ?? row.number
    }

    /// The identity of a card; a second card with the same row, template, language and placement
    /// gets another.
    mutating func identity(
        row: RowKey?, template: String, language: String, placement: String
    ) -> CardIdentity {
        let identity = Digest([row?.digest.digits ?? "", template, language, placement])
        // Without a folder no identity is used.
        guard state != nil else { return identity }
        let count = (counts[identity.index] ?? 0) + 1
        counts[identity.index] = count
        return count == 1 ? identity : Digest([identity.digits, String(count)])
    }

    /// The file name of a card without its extension.
    ///
    /// - Parameter wanted: the name by the pattern.
    mutating func stem(of identity: CardIdentity, wanted: String) -> String {
        guard let state else { return register.claim(wanted) }
        if let earlier = state.stem(of: identity, wanted: wanted), register.take(earlier) {
            return earlier
        }
        return register.claim(wanted) { state.isFree($0, for: identity) }
    }
}
