import BlueHeartPixels

/// The smallest change that gives a text or a symbol sufficient contrast.
struct ContrastFix {
    /// Distinct regions, worst first.
    private let places: [Place]
    private let needed: Float
    /// Number of regions that may stay unchanged.
    private let allowance: Int

    private struct Place {
        var text: UInt32
        var ground: UInt32
        /// Number of regions with these colours.
        var count: Int
    }

    /// Collects the regions.
    ///
    /// - Parameter allowance: number of regions that may stay below the required contrast.
    init(_ places: [EdgeRegion], needed: Float, allowance: Int = 0) {
        let seen = places.map { ($0.contrast, $0.inside.pixel, $0.outside.pixel) }
            .sorted { $0.0 < $1.0 }
        var alike: [Place] = []
        var indices: [UInt64: Int] = [:]
        for (_, text, ground) in seen {
            let key = UInt64(text) << 32 | UInt64(ground)
            if let index = indices[key] {
                alike[index].count += 1
            } else {
                indices[key] = alike.count
                alike.append(Place(text: text, ground: ground, count: 1))
            }
        }
        self.places = alike
        self.needed = needed
        self.allowance = allowance
    }

    /// The change as a hint.
    var hint: String {
        let (scrim, tone) = (self.scrim, isLight ? Tone.white : .black)
        // Changing a text from light to dark is another design, and used only if nothing else
        // helps.
        let last = scrim == nil ? color(tone == .white ? .black : .white) : nil
        let ways = [
            scrim.map { "put \($0) behind it" },
            (color(tone) ?? last).map { "use the colour \($0.hex)" },
        ].compactMap { $0 }
        return ways.isEmpty
            ? "put a scrim behind it and change its colour; neither alone is sufficient"
            : ways.joined(separator: ", or ")
    }

    private enum Tone: String {
        case black, white

        var pixel: UInt32 { self == .black ? 0xFF00_0000 : ~0 }
    }

    /// True if the text is lighter than its background.
    private var isLight: Bool {
        places.reduce(0) { sum, place in
            sum + LinearColor(pixel: place.text).luminance
                - LinearColor(pixel: place.ground).luminance
        } > 0
    }

    /// The faintest sufficient layer between text and background: `black at 24%`.
    var scrim: String? {
        for tone in isLight ? [Tone.black, .white] : [.white, .black] {
            let percent = (1...100).first { percent in
                isEnough { contrast($0.text, laid(tone, percent, over: $0.ground)) }
            }
            if let percent { return "\(tone.rawValue) at \(percent)%" }
        }
        return nil
    }

    /// The sufficient colour nearest to the text's own, towards a tone.
    private func color(_ tone: Tone) -> LinearColor? {
        guard let worst = places.first else { return nil }
        return (1...100).lazy.map { laid(tone, $0, over: worst.text) }
            .first { candidate in isEnough { contrast(candidate, $0.ground) } }
            .map { LinearColor(pixel: $0) }
    }

    private func isEnough(_ contrast: (Place) -> Float) -> Bool {
        var lost = 0
        for place in places where contrast(place) < needed {
            lost += place.count
            if lost > allowance { return false }
        }
        return true
    }

    private func laid(_ tone: Tone, _ percent: Int, over pixel: UInt32) -> UInt32 {
        over(scaledPixel(tone.pixel, by: UInt32((percent * 255 + 50) / 100)), pixel)
    }

    private func contrast(_ first: UInt32, _ second: UInt32) -> Float {
        BlueHeartSight.contrast(
            LinearColor(pixel: first).luminance, LinearColor(pixel: second).luminance)
    }
}
