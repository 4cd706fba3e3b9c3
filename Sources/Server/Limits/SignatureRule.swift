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

    /// - Throws: all faults of the file of keys.
    init(_ settings: ServerSettings) throws(CardError) {
        signatures = settings.signatures
        signer = try settings.keysFile.map { (file) throws(CardError) in
            let bytes = try InputFile(file).readAll(limit: 1 << 16)
            return AddressSigner(try SigningKeys.read(bytes, file: file))
        }
    }

    /// - Parameter isPersonal: true for a card with people's own words.
    /// - Throws: 403.
    func check(path: String, query: Query, isPersonal: Bool) throws(Problem) {
        let isSigned = AddressSigner.names.contains { query[$0] != nil }
        guard isSigned || signatures == .required && isPersonal else { return }
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
