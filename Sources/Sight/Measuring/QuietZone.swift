import BlueHeartPixels

/// The background around the modules of a QR code, by which cameras find it.
struct QuietZone {
    /// Required modules on each side; source: ISO/IEC 18004.
    static let needed = 4
    /// Share of a side that may deviate, for grain of a picture.
    private static let lostPart = 0.05

    /// Bounds of the modules, in px of the card.
    private let code: PixelRect
    /// Side of a module, in px of the card.
    let module: Double

    /// nil for a rotated code: its first row does not give the size of a module.
    init?(around modules: Mask) {
        code = modules.bounds
        // The upper edge of a finder pattern, 7 modules; the first row of pixels may be soft.
        guard code.height > 2, abs(code.width - code.height) <= 2 else { return nil }
        let row = modules.values[modules.range(x: code.x, y: code.y + 1, count: code.width)]
        module = Double(row.prefix { $0 >= 128 }.count) / 7
        let count = Double(code.width) / module
        guard module >= 1, (21...177).contains(count.rounded()),
            abs(count - ((count - 17) / 4).rounded() * 4 - 17) < 0.5
        else { return nil }
    }

    /// Width of the zone, in px of the card.
    var reach: Int { Int((module * Double(Self.needed)).rounded(.up)) }

    /// Complete modules of quiet background on the narrowest side, 0 to `needed`.
    ///
    /// - Parameter light: luminance of a sufficiently light background; transparent pixels count as
    ///   white, and pixels outside the card are not quiet.
    func width(on bitmap: Bitmap, light: Float) -> Int {
        let width = (1...Self.needed).first { ring in
            Side.allCases.contains { !isQuiet($0, ring, on: bitmap, light) }
        }
        return width.map { $0 - 1 } ?? Self.needed
    }

    private enum Side: CaseIterable { case top, right, bottom, left }

    /// True if the middle of a row of modules beside the code is light.
    private func isQuiet(_ side: Side, _ ring: Int, on bitmap: Bitmap, _ light: Float) -> Bool {
        let away = Int((Double(ring) - 0.5) * module) + 1
        let steps = stride(from: 0, to: code.width, by: max(1, Int(module / 2)))
        let lost = steps.count { step in
            let (x, y) =
                switch side {
                case .top: (code.x + step, code.y - away)
                case .bottom: (code.x + step, code.endY - 1 + away)
                case .left: (code.x - away, code.y + step)
                case .right: (code.endX - 1 + away, code.y + step)
                }
            guard (0..<bitmap.width).contains(x), (0..<bitmap.height).contains(y) else {
                return true
            }
            return LinearColor(pixel: over(bitmap[x, y], .max)).luminance < light
        }
        return Double(lost) <= Double(code.width) * 2 / module * Self.lostPart
    }
}
