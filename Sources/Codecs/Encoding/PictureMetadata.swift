/// The words that travel inside of a picture file; empty strings are left out.
public struct PictureMetadata: Hashable, Sendable {
    public var title: String
    /// What the picture shows, for those who do not see it.
    public var description: String
    /// Who made it.
    public var credit: String
    public var copyright: String
    /// The language of the words as a BCP 47 tag, such as `pt-BR`; may be empty.
    public var language: String
    /// A whole XMP packet, embedded as it is.
    public var xmp: String?

    public init(
        title: String = "", description: String = "", credit: String = "", copyright: String = "",
        language: String = "", xmp: String? = nil
    ) {
        self.title = title
        self.description = description
        self.credit = credit
        self.copyright = copyright
        self.language = language
        self.xmp = xmp
    }

    public static let none = PictureMetadata()
}
