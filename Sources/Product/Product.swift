/// Facts about the product that all its programs share.
public enum Product {
    /// Version of the programs, their manual page and the HTTP interface.
    ///
    /// Source: Semantic Versioning 2.0.0.
    public static let version = "0.1.0"

    /// The kit of commands and requests that name none.
    public static let kit = "blue-heart"
}
