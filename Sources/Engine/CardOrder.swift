import Codecs
import Diagnostics
import Languages
import Placements
import Requests
import Scenes
import Templates
import Words

/// A job with everything it names found.
struct CardOrder {
    private(set) var job: CardJob
    let kit: KitFolder
    let template: Template
    let slot: Slot
    let language: Language
    /// The kit's own pictures.
    let artwork: ArtworkFolder
    /// The caller's own pictures, by the names the scene gives them.
    private(set) var ownImages: [String: JobImages.Place] = [:]
    private(set) var filling = ParameterValues()

    /// Tells templates apart: the name, or the path of a file.
    var templateFile: String {
        switch job.template {
        case .named(let name): name
        case .file(let file): file
        }
    }

    init(_ job: CardJob, library: Library) throws(CardError) {
        self.job = job
        slot = try library.slot(job.placement)
        (kit, template) = try library.template(job.template, kit: job.kit)
        language = try kit.kit.language(job.language)
        artwork = ArtworkFolder(path: library.artworkFolder(of: kit))
        if job.gaps == .examples { fillGaps(try library.words(language, of: kit)) }
        fill()
    }

    private mutating func fillGaps(_ words: WordList) {
        for (parameter, text) in template.parameters.examples(in: words)
        where job.filling[parameter.name] == nil {
            job.filling[parameter.name] = text
        }
    }

    /// Takes over what was filled in, in the order of the names, so that messages keep theirs.
    private mutating func fill() {
        let images = Set(template.parameters.lazy.filter { $0.kind == .image }.map(\.name))
        let source = job.location.map { ParameterValues.Source.row($0) } ?? .code
        for (name, value) in job.filling.sorted(by: { $0.key < $1.key }) {
            guard images.contains(name), let (reference, place) = ownImage(value) else {
                filling.set(.init(name, value, source: source))
                continue
            }
            ownImages[reference] = place
            filling.set(.init(name, reference, form: .picture, source: source))
        }
    }

    /// A picture that the caller gives in bytes, or as a file where that is allowed; nil for the
    /// kit's own artwork.
    ///
    /// A file's reference begins with `/` or `./`, which no name of artwork does.
    private func ownImage(_ value: String) -> (String, JobImages.Place)? {
        if let bytes = job.imageBytes[value] { return (value, .bytes(bytes)) }
        guard case .from(let folder) = job.files, !value.isEmpty, !value.utf8.contains(0) else {
            return nil
        }
        let file = path(value, from: folder)
        guard fileKind(at: file) == .file || !artwork.has(value) else { return nil }
        let isAbsolute = value.utf8.first == UInt8(ascii: "/")
        return (isAbsolute ? value : "./" + value, .file(file))
    }
}

extension CardOrder {
    var placement: Placement { slot.placement }

    func encoding(of scene: Scene) throws(CardError) -> PictureEncoding {
        let metadata = CardMetadata(
            words: scene.words, language: scene.language, credit: kit.kit.credit ?? "",
            rights: kit.kit.rights ?? "")
        let xmp = String(decoding: try metadata.xmpPacket(), as: UTF8.self)
        return PictureEncoding(
            placement: placement, format: job.format, effort: job.effort,
            metadata: PictureMetadata(
                title: scene.words.title, description: scene.words.alt, credit: metadata.credit,
                copyright: metadata.rights, language: scene.language.tag, xmp: xmp))
    }

    func record(
        of drawing: CardDrawing, bytes: [UInt8], format: Placement.Format
    ) -> CardRecord {
        let scene = drawing.scene
        return CardRecord(
            kit: kit.kit.name, template: template.name, language: scene.language,
            placement: placement.name, widthInPixels: scene.widthInPixels,
            heightInPixels: scene.heightInPixels, format: format, byteCount: bytes.count,
            sha256: sha256(of: bytes), words: scene.words, credit: kit.kit.credit ?? "",
            rights: kit.kit.rights ?? "", captions: drawing.captions, filling: job.filling,
            texts: drawing.texts, warnings: drawing.findings)
    }
}
