/// The texts embedded in a picture file; empty strings are left out.
public struct PictureMetadata: Hashable, Sendable {
    public var title: String
    /// Alt text of the picture.
    public var description: String
    /// Author of the picture.
    public var credit: String
    public var copyright: String
    /// Language of the texts as a BCP 47 tag, such as `pt-BR`; may be empty.
    public var language: String
    /// A complete XMP packet, embedded unchanged.
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
