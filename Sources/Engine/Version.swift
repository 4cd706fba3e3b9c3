/// The version of the programs, their manual page and the HTTP interface.
///
/// Source: Semantic Versioning 2.0.0.
public let programVersion = "0.1.0"
