import BlueHeartFormats
import BlueHeartPixels

/// Writes PNG files with reusable memory.
///
/// In a batch of cards of one size, bands of rows equal to the previous card's are not compressed
/// again: cards that differ in a headline only take half the time at effort `fast`.
///
/// Owned by one thread, which may encode any number of pictures with it. Earlier pictures never
/// affect a file's bytes.
public final class PNGEncoder {
    private let bands = BandCompressor()
    private let whole = WholeCompressor()

    public init() {}

    /// Encodes losslessly; reduces colours only if the budget cannot be met otherwise.
    func encode(
        _ bitmap: Bitmap, as options: EncodeOptions
    ) throws(EncodeError) -> EncodedPicture {
        let layout = PNGLayout(of: bitmap)
        let budget = options.maxBytes ?? .max
        var smallest = Int.max
        for effort in options.effort.escalation(isBudgeted: options.maxBytes != nil) {
            let bytes = try file(layout, bitmap, options, effort)
            if bytes.count <= budget { return picture(bytes, layout, isReduced: false) }
            smallest = min(smallest, bytes.count)
        }
        let reduced = PNGLayout(bitmap, try reducedPalette(of: bitmap))
        let bytes = try file(reduced, bitmap, options, .small)
        if bytes.count <= budget { return picture(bytes, reduced, isReduced: true) }
        throw .overBudget(smallest: min(smallest, bytes.count), limit: budget)
    }

    private func picture(
        _ bytes: [UInt8], _ layout: PNGLayout, isReduced: Bool
    ) -> EncodedPicture {
        EncodedPicture(
            bytes: bytes, format: .png, coding: .png(layout.color, isReduced: isReduced))
    }

    private func file(
        _ layout: PNGLayout, _ bitmap: Bitmap, _ options: EncodeOptions, _ effort: EncodeEffort
    ) throws(EncodeError) -> [UInt8] {
        let data =
            switch level(effort, layout, bitmap) {
            case let level?: unsafe whole.compress(layout, bitmap, level: level)
            case nil: unsafe bands.compress(layout, bitmap)
            }
        guard let data = unsafe data else { throw .failed("no memory for the compressor") }
        var container = PNGContainer(capacity: data.count + 4_096)
        container.writeHead(layout, options)
        unsafe container.chunk("IDAT", data)
        container.chunk("IEND", [])
        return container.bytes
    }

    /// libdeflate's level for the whole picture, or nil to compress in bands.
    private func level(
        _ effort: EncodeEffort, _ layout: PNGLayout, _ bitmap: Bitmap
    ) -> Int? {
        if effort == .fast { return nil }
        let isDrawn = !layout.palette.isEmpty || looksLikeGraphics(bitmap)
        // For a photograph a longer search gains nothing, only a very long one does.
        if effort == .default { return isDrawn ? 6 : nil }
        return isDrawn ? 12 : 9
    }
}

extension EncodeEffort {
    /// The efforts to try in order until a budget is met.
    fileprivate func escalation(isBudgeted: Bool) -> [EncodeEffort] {
        isBudgeted && self != .small ? [self, .small] : [self]
    }
}
