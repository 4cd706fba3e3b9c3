import ArgumentParser

/// How findings are told.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// One object, for scripts.
    case json
    /// A log for code hosts and editors.
    case sarif
    /// Commands by which a workflow of GitHub marks lines.
    case github
}
