public import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartPlacements
public import BlueHeartRequests
import BlueHeartSupport
import BlueHeartTemplates
import BlueHeartTypesetting

/// Determines what cards are made of, without making them.
///
/// Owned by one thread. Sees the same state of a file as the catalogue that makes the cards.
public final class InputReader {
    private let engine: CardEngine
    /// Digests that all cards share.
    private var shared: (placements: String, program: String)?
    /// Digests of fonts by the path of their kit.
    private var fonts: [String: String] = [:]
    /// States of artwork by folder and name.
    private var artwork: [String: String] = [:]

    public init(_ engine: CardEngine) {
        self.engine = engine
    }

    /// The inputs of a card.
    ///
    /// - Parameter settings: what else its files depend on, such as the choice of sidecars.
    /// - Throws: unknown names, and faults of the kit's files.
    public func inputs(
        of request: CardRequest, settings: String = ""
    ) throws(CardError) -> RequestInputs {
        let shared = try sharedDigests()
        let resolved = try engine.catalog.resolve(request)
        let template = try digest(ofTemplate: resolved)
        let words = try resolved.kit.digestedWords(in: resolved.language).digest
        let digests = [
            short(values(of: resolved)),
            short([settings] + self.settings(of: resolved)),
            short([template]), short([resolved.kit.digest]), short([words]),
            shared.placements, try digest(ofFonts: resolved.kit), shared.program,
        ]
        return RequestInputs(inputs: CardInputs(digests: digests), resolved: resolved)
    }

    /// The state of a picture that a card shows; nil if it is missing.
    public func stamp(ofPicture name: String, in card: RequestInputs) -> String? {
        if let own = card.resolved.ownImages[name] {
            switch own {
            case .bytes(let bytes): return "sha256:" + sha256(of: bytes)
            case .file(let path): return FileState(path: path)?.text
            }
        }
        let folder = card.resolved.artwork
        let key = "\(folder.path)\n\(name)"
        if let known = artwork[key] { return known }
        do throws(ImageFault) {
            let stamp = FileState(path: try folder.file(name))?.text
            artwork[key] = stamp
            return stamp
        } catch {
            // Told when the card is made.
            return nil
        }
    }
}

/// The inputs of a request, with which its pictures are found.
public struct RequestInputs {
    public let inputs: CardInputs
    let resolved: ResolvedRequest
}

extension InputReader {
    private func values(of resolved: ResolvedRequest) -> [String] {
        resolved.values.sorted.entries.flatMap { entry in
            [entry.name, entry.value, "\(entry.form) \(entry.trust)"]
        }
    }

    private func settings(of resolved: ResolvedRequest) -> [String] {
        let request = resolved.request
        return [
            resolved.kit.name, resolved.template.name, resolved.language.tag,
            resolved.placement.name, request.format?.rawValue ?? "", request.effort.rawValue,
        ]
    }

    private func digest(ofTemplate resolved: ResolvedRequest) throws(CardError) -> String {
        let kit = resolved.kit
        switch resolved.request.template {
        case .named(let name):
            return try kit.digestedTemplate(inFile: try kit.templateFile(name)).digest
        case .file(let file): return try kit.digestedTemplate(inFile: file).digest
        }
    }

    private func sharedDigests() throws(CardError) -> (placements: String, program: String) {
        if let shared { return shared }
        let made = (
            placements: short([try engine.catalog.digestedPlacements().digest]),
            program: short(try program())
        )
        shared = made
        return made
    }

    /// A digest of the fonts of a kit and of the product.
    private func digest(ofFonts kit: CatalogKit) throws(CardError) -> String {
        if let known = fonts[kit.path] { return known }
        let list = try engine.catalog.digestedFonts()
        var files = list.document.catalog.files.map {
            "\(engine.options.fontsFolder)/files/\($0)"
        }
        if fileKind(at: kit.fontsFolder) == .folder {
            files += try names(in: kit.fontsFolder, "the kit's fonts").map {
                "\(kit.fontsFolder)/\($0)"
            }
        }
        let states = files.map { "\(lastName(of: $0)) \(FileState(path: $0)?.text ?? "missing")" }
        let digest = short([list.digest] + states)
        fonts[kit.path] = digest
        return digest
    }

    private func program() throws(CardError) -> [String] {
        do {
            return try filesOfProgram().map { "\($0) \(FileState(path: $0)?.text ?? "missing")" }
        } catch {
            throw error.error(.asset, "the list of libraries")
        }
    }
}

/// A digest of texts; their number and limits count.
private func short(_ texts: [String]) -> String {
    var bytes: [UInt8] = []
    for text in texts {
        // UTF-8 has no such byte.
        bytes += text.utf8
        bytes.append(0xFF)
    }
    return String(sha256(of: bytes).prefix(16))
}
