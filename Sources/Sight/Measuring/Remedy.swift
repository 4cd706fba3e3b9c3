import Pixels

/// The smallest change that makes a text stand out at every place it stands.
struct Remedy {
    private let places: [EdgePlace]
    private let needed: Float

    init(_ places: [EdgePlace], needed: Float) {
        self.places = places
        self.needed = needed
    }

    /// What to write instead.
    var hint: String {
        let (scrim, tone) = (self.scrim, isLight ? Tone.white : .black)
        // A text that turns from light to dark is another design; only where nothing else helps.
        let last = scrim == nil ? color(tone == .white ? .black : .white) : nil
        let ways = [
            scrim.map { "lay \($0) behind it" },
            (color(tone) ?? last).map { "paint it \($0.hex)" },
        ].compactMap { $0 }
        return ways.isEmpty
            ? "lay a scrim behind it and change its colour, for neither alone is enough"
            : ways.joined(separator: ", or ")
    }

    private enum Tone: String {
        case black, white

        var pixel: UInt32 { self == .black ? 0xFF00_0000 : ~0 }
    }

    /// Whether the text is lighter than its ground.
    private var isLight: Bool {
        places.reduce(0) { $0 + $1.inside.luminance - $1.outside.luminance } > 0
    }

    /// A layer between text and ground: `black at 24%`, the faintest that is enough.
    var scrim: String? {
        for tone in isLight ? [Tone.black, .white] : [.white, .black] {
            if let percent = (1...100).first(where: { passes(scrim: tone.pixel, percent: $0) }) {
                return "\(tone.rawValue) at \(percent)%"
            }
        }
        return nil
    }

    private func passes(scrim tone: UInt32, percent: Int) -> Bool {
        let alpha = UInt32((Double(percent) * 2.55).rounded())
        return places.allSatisfy { place in
            let ground = over(scaledPixel(tone, by: alpha), place.outside.pixel)
            return contrast(place.inside.luminance, Light(pixel: ground).luminance) >= needed
        }
    }

    /// The colour nearest to the text's own, towards a tone, that is enough.
    private func color(_ tone: Tone) -> Light? {
        guard let text = places.min(by: { $0.contrast < $1.contrast })?.inside.pixel else {
            return nil
        }
        for percent in 1...100 {
            let alpha = UInt32((Double(percent) * 2.55).rounded())
            let candidate = Light(pixel: over(scaledPixel(tone.pixel, by: alpha), text))
            let isEnough = places.allSatisfy {
                contrast(candidate.luminance, $0.outside.luminance) >= needed
            }
            if isEnough { return candidate }
        }
        return nil
    }
}
