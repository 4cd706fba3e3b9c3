import ArgumentParser
import Diagnostics
import Words

/// What is written beside pictures.
struct SidecarOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What stands beside each picture: alt, captions, json, html, with commas; all or none.",
            valueName: "kinds"))
    var sidecars: [String] = ["all"]

    var kinds: [Sidecar.Kind] {
        let names = namesList(sidecars)
        if names.contains("all") { return Sidecar.Kind.allCases }
        return Sidecar.Kind.allCases.filter { names.contains($0.rawValue) }
    }

    func validate() throws {
        let known = ["all", "none"] + Sidecar.Kind.allCases.map(\.rawValue)
        for name in namesList(sidecars) where !known.contains(name) {
            let hint = didYouMean(name, among: known).map { ": " + $0 }
            throw ValidationError(
                "--sidecars takes \(known.joined(separator: ", ")), and was given \(quoted(name))"
                    + (hint ?? ""))
        }
    }
}
