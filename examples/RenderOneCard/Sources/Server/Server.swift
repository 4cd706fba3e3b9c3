import JSON

/// A type of another package that has our module's short name.
public struct Server {
    public typealias Body = JSON
}
