import ArgumentParser

/// The output format of findings.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    /// Text for people.
    case text
    /// One object, for scripts.
    case json
    /// A log for code hosts and editors.
    case sarif
    /// Workflow commands with which GitHub annotates lines.
    case github
}
