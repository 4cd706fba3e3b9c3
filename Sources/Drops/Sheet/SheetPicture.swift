import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPixels
import BlueHeartSupport

/// Draws `sheet.png` strip by strip, so that only the pictures of one row are open at a time.
struct SheetPicture {
    /// Largest height of a picture, in px.
    static let heightLimit = 8_192
    /// Largest number of cards that fits.
    static let cardLimit = 240

    let folder: String
    let worker: CardWorker
    /// The common property of the picture's cards.
    var grouping: SheetGrouping?

    /// Draws the picture.
    ///
    /// - Parameters:
    ///   - cards: at most `cardLimit`.
    ///   - total: number of cards of the drop.
    func png(of cards: [SheetCard], total: Int) throws(CardError) -> [UInt8] {
        let strips = SheetStrip.strips(
            of: cards, by: grouping, total: total, heightLimit: Self.heightLimit)
        let height = strips.reduce(0) { $0 + $1.height }
        var pixels: [UInt32] = []
        pixels.reserveCapacity(SheetStrip.width * height)
        for strip in strips { pixels += try painted(strip).pixels }
        let sheet = Bitmap(width: SheetStrip.width, height: height, pixels: pixels)
        do {
            let options = EncodeOptions(
                format: .png, effort: .default, maxBytes: nil,
                metadata: PictureMetadata(title: "Contact sheet", language: "en"))
            return try encode(sheet, as: options, with: PNGEncoder()).bytes
        } catch {
            preconditionFailure("a PNG without a budget is always encoded: \(error)")
        }
    }

    private func painted(_ strip: SheetStrip) throws(CardError) -> Bitmap {
        var files: [String: String] = [:]
        if case .pictures(let cards, _) = strip {
            for card in cards { files[card.shown.path] = joined(folder, card.shown.path) }
        }
        return try worker.paint(strip.scene, pictures: files)
    }
}
