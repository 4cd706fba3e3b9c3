public import BlueHeartWords

/// A finished picture with its record.
public struct Card: Hashable, Sendable {
    /// The picture's file.
    public var bytes: [UInt8]
    public var record: CardRecord
    /// The picture files it shows.
    public var pictures: [UsedPicture] = []

    public init(bytes: [UInt8], record: CardRecord) {
        self.bytes = bytes
        self.record = record
    }

    /// SHA-256 of the picture's file: 64 lowercase hexadecimal digits.
    public var digest: String { record.sha256 }

    /// The sidecar files.
    ///
    /// - Parameter pictureName: the picture's file name without its folder.
    public func sidecars(
        besidePicture pictureName: String,
        _ kinds: [CardPart.SidecarKind] = CardPart.SidecarKind.allCases
    ) -> [Sidecar] {
        record.sidecars(besidePicture: pictureName, kinds)
    }
}
