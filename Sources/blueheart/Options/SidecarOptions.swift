import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartWords

/// The sidecars of pictures.
struct SidecarOptions: ParsableArguments {
    private static let kinds = CardPart.SidecarKind.allCases.map(\.rawValue)

    @Option(
        help: ArgumentHelp(
            "Sidecars to write: all, none, or some of \(Self.kinds.joined(separator: ", ")).",
            valueName: "kinds"))
    var sidecars: [String] = ["all"]

    var kinds: [CardPart.SidecarKind] {
        let names = namesList(sidecars)
        if names.contains("all") { return CardPart.SidecarKind.allCases }
        return CardPart.SidecarKind.allCases.filter { names.contains($0.rawValue) }
    }

    func validate() throws {
        let known = ["all", "none"] + Self.kinds
        for name in namesList(sidecars) where !known.contains(name) {
            let hint = didYouMean(name, among: known).map { ": " + $0 }
            throw ValidationError(
                "--sidecars: expected \(known.joined(separator: ", ")), found \(quoted(name))"
                    + (hint ?? ""))
        }
    }
}
