import Diagnostics
import Engine
import HTTPTypes
import Languages
import Templates

/// What all pages are made of, read when the server starts.
struct PageSite: Sendable {
    let catalog: KitCatalog
    /// What the page's form offers to whoever comes along.
    let offer: KitCatalog
    let renderer: CardRenderer
    let files: StaticFiles
    let rule: SignatureRule
    /// In the order of the first kit's languages, at least one.
    let words: [PageWords]
    /// Where people reach the site; nil where only requests know.
    let address: String?

    var languages: [Language] { words.map(\.language) }

    func words(in language: Language) -> PageWords {
        words.first { $0.language == language } ?? words[0]
    }

    /// Whether the kit has frames for photographs, which are framed on the device.
    func hasFrames(of kit: KitEntry) -> Bool {
        catalog.kit(kit.kit.name).map { !FramePage.frames(of: $0, in: catalog).isEmpty } ?? false
    }

    /// The site's address as others reach it, without a slash at the end.
    func address(for authority: String?) -> String {
        address ?? "http://\(authority ?? "localhost")"
    }
}
