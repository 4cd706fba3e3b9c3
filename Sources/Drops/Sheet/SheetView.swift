import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartPixels
import BlueHeartPlacements
import BlueHeartScenes
public import BlueHeartSight
import BlueHeartSupport

/// The presentation of cards on a contact sheet.
public struct SheetView: Hashable, Sendable {
    public enum Zones: Hashable, Sendable { case drawn, hidden }

    /// nil for the cards as they are.
    public var simulation: Simulation?
    /// Safe zones, and the networks' covers.
    public var zones: Zones

    public init(simulation: Simulation? = nil, zones: Zones = .hidden) {
        self.simulation = simulation
        self.zones = zones
    }

    /// Its part of file names: `deutan`, `safe`; nil for the cards as they are.
    var name: String? {
        let parts = [simulation?.rawValue, zones == .drawn ? "safe" : nil].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "-")
    }

    /// Its description on the page; nil for the cards as they are.
    var sentence: String? {
        let seen: String? =
            switch simulation {
            case .protan: "As people see them who see no red (protanopia)"
            case .deutan: "As people see them who see no green (deuteranopia)"
            case .tritan: "As people see them who see no blue (tritanopia)"
            case .grayscale: "Without colour"
            case .phone: "As large as a phone shows them"
            case .crop: "As the networks crop and cover them at most"
            case nil: nil
            }
        let parts = [seen, zones == .drawn ? "safe zones drawn" : nil].compactMap { $0 }
        guard var sentence = parts.isEmpty ? nil : parts.joined(separator: "; ") else {
            return nil
        }
        sentence = sentence.prefix(1).uppercased() + sentence.dropFirst()
        return sentence + "."
    }

    /// True if the pictures of the drop can be used directly.
    var keepsPictures: Bool { zones == .hidden && (simulation == nil || simulation == .phone) }
}

/// Makes the pictures of a view from those of a drop; safe to use from many threads.
struct SheetViewer: Sendable {
    let folder: String
    let view: SheetView
    let placements: [Placement]

    /// The picture of a card.
    ///
    /// - Parameter number: of the card in the manifest, from 1; names its picture.
    func shown(
        _ card: SheetCard, number: Int, _ worker: CardWorker
    ) throws(CardError) -> SheetCard {
        guard view.name != nil else { return card }
        let placement = try placement(of: card)
        var shown = card
        if !view.keepsPictures {
            let bitmap = try picture(of: card, on: placement, worker)
            shown.shown.path = "sheet-\(view.name ?? "")/\(number).png"
            (shown.shown.width, shown.shown.height) = (bitmap.width, bitmap.height)
            let path = joined(folder, shown.shown.path)
            try FileWriter().makeFolder(parentFolder(of: path))
            try FileWriter().write(png(bitmap), to: path)
        }
        if let width = view.simulation?.shownWidth(on: placement) {
            let height = width * Double(card.height) / Double(card.width)
            (shown.shown.width, shown.shown.height) = (Int(width), max(1, Int(height)))
        }
        return shown
    }

    private func placement(of card: SheetCard) throws(CardError) -> Placement {
        if let placement = placements.first(where: { $0.name == card.placement }) {
            return placement
        }
        throw CardError(
            .data,
            Diagnostic(
                code: "unknown-placement", "there is no placement \(quoted(card.placement))",
                at: SourceLocation(
                    file: joined(folder, ManifestWriter.fileName), line: 1, column: 1),
                hint: "make the drop again"))
    }

    private func picture(
        of card: SheetCard, on placement: Placement, _ worker: CardWorker
    ) throws(CardError) -> Bitmap {
        let file = joined(folder, card.picture)
        var bitmap = try worker.paint(copy(of: card), pictures: [card.picture: file])
        if view.zones == .drawn {
            bitmap = try worker.paint(Overlay(zonesOf: placement), over: bitmap)
        }
        guard let simulation = view.simulation else { return bitmap }
        return simulation.picture(of: bitmap, on: placement)
    }

    /// A scene that is the card's picture.
    private func copy(of card: SheetCard) -> Scene {
        let image = Node(
            origin: Origin(
                location: SourceLocation(file: "sheet", line: 1, column: 1), path: JSONPath()),
            box: Box(width: .px(Double(card.width)), height: .px(Double(card.height))),
            appearance: Appearance(fill: nil),
            content: .image(
                ImageBlock(image: ImageReference(name: card.picture), fit: .contain)))
        return Scene(
            widthInPixels: card.width, heightInPixels: card.height, safeInsets: .zero,
            language: Language(tag: "en", direction: .leftToRight), root: image,
            words: SceneWords(
                title: "Contact sheet", alt: "Contact sheet", caption: CaptionSource(text: "")))
    }

    private func png(_ bitmap: Bitmap) -> [UInt8] {
        do {
            let options = EncodeOptions(format: .png, effort: .fast)
            return try encode(bitmap, as: options, with: PNGEncoder()).bytes
        } catch {
            preconditionFailure("a PNG without a budget is always encoded: \(error)")
        }
    }
}
