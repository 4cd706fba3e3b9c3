import CBlueHeartSandbox

/// The parts of a process's confinement that are in force.
public struct Confinement: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    private init(_ part: Int) { rawValue = UInt32(part) }

    public static let noNewPrivileges = Confinement(SANDBOX_NO_NEW_PRIVILEGES)
    public static let noCapabilities = Confinement(SANDBOX_NO_CAPABILITIES)
    /// A process of root's has become one of a user without rights.
    public static let otherUser = Confinement(SANDBOX_OTHER_USER)
    /// No file, port or process outside, by Landlock.
    public static let noFiles = Confinement(SANDBOX_LANDLOCK)
    /// Few system calls, by seccomp.
    public static let fewCalls = Confinement(SANDBOX_SYSTEM_CALLS)

    /// The parts without which untrusted bytes can reach other processes.
    public static let needed: Confinement = [.noNewPrivileges, .noCapabilities, .fewCalls]

    /// Confines this process for good; it must have one thread.
    public static func enter() -> Confinement { Confinement(rawValue: sandbox_enter()) }
}

extension Confinement: CustomStringConvertible {
    public var description: String {
        let names: [(Confinement, String)] = [
            (.noNewPrivileges, "no_new_privs"), (.noCapabilities, "no capabilities"),
            (.otherUser, "user without rights"), (.noFiles, "landlock"), (.fewCalls, "seccomp"),
        ]
        let found = names.filter { contains($0.0) }.map(\.1)
        return found.isEmpty ? "none" : found.joined(separator: ", ")
    }
}
