import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartLanguages
import BlueHeartTemplates
import HTTPTypes

/// Data of all pages, read when the server starts.
struct PageSite: Sendable {
    let catalog: PublicCatalog
    /// Templates and parameters of the form.
    let offer: PublicCatalog
    let renderer: CardRenderer
    let files: StaticFiles
    let rule: SignatureRule
    /// Words by language, in the order of the first kit's languages; at least one.
    let words: [PageWords]
    let address: SiteAddress

    var languages: [Language] { words.map(\.language) }

    func words(in language: Language) -> PageWords {
        words.first { $0.language == language } ?? words[0]
    }

    /// True if the kit has frames for photographs.
    func hasFrames(of kit: PublicKit) -> Bool {
        catalog.kit(kit.name).map { !FramePage.frames(of: $0, in: catalog).isEmpty } ?? false
    }
}
