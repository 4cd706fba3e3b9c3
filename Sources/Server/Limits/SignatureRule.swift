import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartSupport
import Glibc
import HTTPTypes

/// Check of signed addresses.
///
/// A signature that is present must be valid, required or not: an invalid one is a mistake or an
/// attack.
struct SignatureRule: Sendable {
    /// nil without keys.
    let signer: AddressSigner?
    let signatures: ServerSettings.Signatures
    let attributions: ServerSettings.Attributions

    /// - Throws: all faults of the file of keys.
    init(_ settings: ServerSettings) throws(CardError) {
        signatures = settings.signatures
        attributions = settings.attributions
        signer = try settings.keysFile.map { (file) throws(CardError) in
            let bytes = try InputFile(file).readAll(limit: 1 << 16)
            return AddressSigner(try SigningKeys.read(bytes, file: file))
        }
    }

    /// - Throws: 403.
    func check(path: String, query: Query, _ words: CardWords) throws(Problem) {
        let isSigned = AddressSigner.names.contains { query[$0] != nil }
        guard isSigned || needsSignature(words) else { return }
        guard isSigned || words != .attributed else {
            throw Problem(
                .forbidden, "bad-signature",
                "this template attributes words to others, so that it needs a signed address")
        }
        guard let signer else {
            throw Problem(
                .forbidden, "bad-signature", "this server accepts no signed addresses")
        }
        do throws(AddressSigner.Refusal) {
            try signer.verify(path: path, query: query, now: time(nil))
        } catch {
            throw Problem(.forbidden, "bad-signature", error.sentence)
        }
    }
}

extension SignatureRule {
    private func needsSignature(_ words: CardWords) -> Bool {
        switch words {
        case .ofKit: false
        case .own: signatures == .required
        case .attributed: signatures == .required || attributions == .signed
        }
    }

    /// The templates and parameters that need no signature, for pages.
    func offer(of catalog: PublicCatalog) -> PublicCatalog {
        let listed = listing(of: catalog)
        return signatures == .required ? listed.withoutOwnWords : listed
    }

    /// The templates that are listed.
    func listing(of catalog: PublicCatalog) -> PublicCatalog {
        attributions == .signed ? catalog.withoutAttributions : catalog
    }
}

/// The origin of the words on a card.
enum CardWords: Hashable, Sendable {
    /// The kit's words and examples only.
    case ofKit
    /// Words of the user.
    case own
    /// Words of the user, which the card attributes to somebody else.
    case attributed
}

extension AddressSigner.Refusal {
    fileprivate var sentence: String {
        switch self {
        case .unsigned: "expected a signed address, found one without a signature"
        case .incomplete: "expected valid values of expires, key and signature"
        case .unknownKey: "the key of the signature is unknown"
        case .wrong: "the signature does not belong to this address"
        case .expired: "the address has expired"
        }
    }
}
