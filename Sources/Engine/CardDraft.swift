import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartLayout
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartSupport
import BlueHeartTemplates
import BlueHeartWords

/// A card between layout and encoding, with its findings.
struct CardDraft {
    let scene: Scene
    let laidOut: LaidOutCard
    let texts: [DrawnText]
    /// The picture files it shows.
    let pictures: [UsedPicture]
    /// Captions for the networks that use the placement, in its order.
    let captions: [NetworkCaption]
    /// Findings of layout, words and picture.
    private(set) var findings: [Diagnostic]

    init(
        scene: Scene, laidOut: LaidOutCard, of resolved: ResolvedRequest,
        pictures: [UsedPicture], checks: [any WordsCheck]
    ) {
        let kit = resolved.kit.kit
        self.scene = scene
        self.laidOut = laidOut
        self.pictures = pictures
        texts = laidOut.texts.map(DrawnText.init)
        captions = resolved.slot.networks.filter(\.takesCaptions).map {
            scene.words.caption.caption(for: $0, language: scene.language)
        }
        let subject = WordsSubject(
            words: scene.words, language: scene.language, slot: resolved.slot, captions: captions,
            credit: kit.credit ?? "", rights: kit.rights ?? "",
            values: resolved.values, drawn: texts)
        findings = laidOut.warnings + kit.checks.applied(to: checkWords(subject, by: checks))
    }

    /// Adds the faults of the metadata, which a card gets when it is encoded.
    mutating func checkMetadata(of resolved: ResolvedRequest) {
        do throws(CardError) {
            _ = try encoding(for: resolved)
        } catch {
            findings += error.diagnostics
        }
    }

    mutating func add(_ found: [Diagnostic]) { findings += found }

    /// Stops a card with errors.
    ///
    /// - Throws: all errors among the findings.
    func checkFindings() throws(CardError) {
        let errors = findings.filter { $0.severity == .error }
        guard errors.isEmpty else { throw CardError(.template, errors) }
    }
}

extension DrawnText {
    fileprivate init(_ report: TextReport) {
        let shown = report.lines.map(\.text).joined(separator: "\n")
        self.init(
            id: report.id, text: report.isTruncated ? shown : report.text,
            fontSize: report.fontSize, lineCount: report.lines.count)
    }
}

extension CardDraft {
    func encoding(for resolved: ResolvedRequest) throws(CardError) -> PictureEncoding {
        let kit = resolved.kit.kit
        let metadata = CardMetadata(
            words: scene.words, language: scene.language, credit: kit.credit ?? "",
            rights: kit.rights ?? "")
        let xmp = String(decoding: try metadata.xmpPacket(), as: UTF8.self)
        return PictureEncoding(
            placement: resolved.placement, format: resolved.request.format,
            effort: resolved.request.effort,
            metadata: PictureMetadata(
                title: scene.words.title, description: scene.words.alt, credit: metadata.credit,
                copyright: metadata.rights, language: scene.language.tag, xmp: xmp))
    }

    func record(
        of resolved: ResolvedRequest, bytes: [UInt8], format: ImageFormat
    ) -> CardRecord {
        let kit = resolved.kit.kit
        return CardRecord(
            kit: kit.name, template: resolved.template.name, language: scene.language,
            placement: resolved.placement.name, widthInPixels: scene.widthInPixels,
            heightInPixels: scene.heightInPixels, format: format, byteCount: bytes.count,
            sha256: sha256(of: bytes), words: scene.words, credit: kit.credit ?? "",
            rights: kit.rights ?? "", captions: captions, values: resolved.request.values,
            texts: texts, warnings: findings)
    }
}
