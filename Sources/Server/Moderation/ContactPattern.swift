import BlueHeartLanguages

/// Contact data in a text: a link, a mail address or account, a telephone number.
enum ContactPattern: String {
    case link = "a web address"
    case mail = "an e-mail address or an account name"
    case phone = "a telephone number"

    /// The first pattern found in a text; nil for none.
    ///
    /// - Cost: linear.
    static func found(in text: [SkeletonScalar]) -> ContactPattern? {
        let tokens = ContactToken.all(of: text)
        if AccountPattern.holds(tokens) { return .mail }
        if LinkPattern.holds(tokens) { return .link }
        return PhonePattern.holds(in: text) ? .phone : nil
    }
}
