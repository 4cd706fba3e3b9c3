import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartTestbench
import Testing

@testable import BlueHeartRaster

@Suite struct LayerTests {
    private let half = Rect(x: 0, y: 0, width: 8, height: 16)
    private let all = Rect(x: 0, y: 0, width: 16, height: 16)

    @Test func opacityFadesTheGroupNotItsParts() {
        let group = Layer([fill(all, .white), fill(half, .black)], opacity: 0.5)
        let picture = painted([fill(all, .white), .layer(group)])
        #expect(picture[2, 2] == 0xFF7F_7F7F)
        #expect(picture[12, 2] == ~0)
    }

    @Test func aClipOfWholePixelsIsExact() {
        let clip = Layer.Clip(.rect(Rect(x: 3, y: 4, width: 6, height: 5)))
        let picture = painted([.layer(Layer([fill(all, .black)], clip: clip))])
        for y in 0..<16 {
            for x in 0..<16 {
                let isInside = (3..<9).contains(x) && (4..<9).contains(y)
                #expect(picture[x, y] == (isInside ? 0xFF00_0000 : 0))
            }
        }
    }

    @Test func aClipIsAsSmoothAsAFill() {
        let circle = Path.ellipse(in: Rect(x: 1.3, y: 1.7, width: 12, height: 11))
        let clipped = painted([.layer(Layer([fill(all, .black)], clip: .init(circle)))])
        #expect(clipped == painted([.fill(PathFill(circle, paint: .solid(.black)))]))
    }

    @Test func theAlphaOfAMaskCounts() {
        let mask = fill(half, Color(red: 1, green: 0, blue: 0, alpha: 0.5))
        let picture = painted([.layer(Layer([fill(all, .black)], mask: [mask]))])
        #expect(picture[2, 2] == 0x8000_0000)
        #expect(picture[12, 2] == 0)
    }

    @Test func aBlendSeesOnlyItsOwnGroup() {
        let multiply = DrawCommand.layer(Layer([fill(all, .white)], blend: .multiply))
        let picture = painted([fill(all, .black), .layer(Layer([multiply]))])
        // Alone in its group it has nothing to multiply, so it stays white.
        #expect(picture[4, 4] == ~0)
        #expect(painted([fill(all, .black), multiply])[4, 4] == 0xFF00_0000)
    }

    @Test func aShadowLiesBelowAndBeside() {
        let shadow = Shadow(color: .black, offset: Point(x: 4, y: 0), sigma: 0)
        let square = fill(Rect(x: 2, y: 2, width: 6, height: 6), .white)
        let picture = painted([.layer(Layer([square], effects: [.dropShadow(shadow)]))])
        #expect(picture[4, 4] == ~0)
        #expect(picture[9, 4] == 0xFF00_0000)
        #expect(picture[12, 4] == 0)
    }

    @Test func spreadMovesTheEdgeOfAShadow() {
        let shadow = Shadow(color: .black, offset: .zero, sigma: 0, spread: 2)
        let square = fill(Rect(x: 5, y: 5, width: 6, height: 6), .white)
        let picture = painted([.layer(Layer([square], effects: [.dropShadow(shadow)]))])
        #expect(picture[3, 8] == 0xFF00_0000)
        #expect(picture[2, 8] == 0)
        // Corners are rounded.
        #expect(picture[3, 3] >> 24 < 200)
    }

    /// Whatever the spread, a translucent box has a shadow of its own opacity, beside an opaque one
    /// as well.
    @Test(arguments: [-2.0, -1, 0, 1, 3], [0x20, 0x80, 0xC0])
    func spreadKeepsTheOpacityOfAnArea(spread: Double, alpha: Int) {
        let shadow = Shadow(color: .black, offset: Point(x: 0, y: 8), sigma: 0, spread: spread)
        let area = Color(red: 1, green: 1, blue: 1, alpha: Double(alpha) / 255)
        let boxes = [
            fill(Rect(x: 0, y: 0, width: 8, height: 8), area),
            fill(Rect(x: 12, y: 2, width: 4, height: 4), .white),
        ]
        for commands in [Array(boxes.prefix(1)), boxes] {
            let picture = painted([.layer(Layer(commands, effects: [.dropShadow(shadow)]))])
            #expect(abs(Int(picture[4, 12] >> 24) - alpha) < 2, "spread \(spread)")
        }
    }

    @Test func aBlurKeepsWhatIsThere() {
        let square = fill(Rect(x: 24, y: 24, width: 16, height: 16), .black)
        for sigma in [0.7, 2, 4, 6.5] {
            let picture = painted(
                [.layer(Layer([square], effects: [.blur(sigma: sigma)]))], width: 64, height: 64)
            let sum = picture.pixels.reduce(0.0) { $0 + Double($1 >> 24) / 255 }
            #expect(abs(sum - 256) < 6, "sigma \(sigma): \(sum)")
        }
    }

    @Test func anInnerShadowStaysInside() {
        let shadow = Shadow(color: .black, offset: .zero, sigma: 2)
        let circle = Path.ellipse(in: Rect(x: 2, y: 2, width: 12, height: 12))
        let plain = DrawCommand.fill(PathFill(circle, paint: .solid(.white)))
        let picture = painted([.layer(Layer([plain], effects: [.innerShadow(shadow)]))])
        let before = painted([plain])
        #expect(zip(picture.pixels, before.pixels).allSatisfy { $0 >> 24 == $1 >> 24 })
        #expect(picture[3, 8] & 255 < 200)
        #expect(picture[8, 8] & 255 > picture[3, 8] & 255)
    }

    @Test func aLayerPaintsOnlyWhereItMayBeSeen() {
        let far = fill(Rect(x: 1e6, y: 1e6, width: 10, height: 10), .black)
        let blurred = Layer([far], effects: [.blur(sigma: 256)])
        #expect(painted([.layer(blurred)]).pixels.allSatisfy { $0 == 0 })
    }
}

@Suite struct BlendingTests {
    /// Source: W3C Compositing and Blending Level 1, in Double and written out anew.
    @Test(arguments: BlendMode.allCases)
    func everyModeFollowsItsFormula(mode: BlendMode) {
        var random = SplitMix64(seed: 4)
        for _ in 0..<2000 {
            let (front, back) = (premultiplied(random.color()), premultiplied(random.color()))
            let (found, exact) = (mode.blended(front, back), reference(mode, front, back))
            for channel in 0..<4 {
                let value = Double(found >> UInt32(8 * channel) & 255)
                // Half a step of rounding, and what Float loses at a steep formula.
                #expect(
                    abs(value - exact[channel] * 255) < 0.52,
                    "\(mode) of \(front) over \(back), channel \(channel)")
            }
        }
    }

    @Test(arguments: BlendMode.allCases)
    func aBlendedLayerHasTheSamePixelsAsTheFormula(mode: BlendMode) {
        var random = SplitMix64(seed: 5)
        // The upper rows opaque, the lower not.
        let (backs, fronts) = (
            (0..<16).map { _ in random.color() }, (0..<16).map { _ in random.color() }
        )
        func column(_ x: Int, _ color: Color, _ alpha: Double) -> [DrawCommand] {
            [
                fill(
                    Rect(x: Double(x), y: 0, width: 1, height: 8), color.fading(by: 1 / color.alpha)
                ),
                fill(Rect(x: Double(x), y: 8, width: 1, height: 8), color.fading(by: alpha)),
            ]
        }
        let back = (0..<16).flatMap { column($0, backs[$0], 0.8) }
        let front = (0..<16).flatMap { column($0, fronts[$0], 0.6) }
        let (below, above) = (painted(back), painted(front))
        let picture = painted(back + [.layer(Layer(front, blend: mode))])
        guard mode != .normal else { return }
        let expected = zip(above.pixels, below.pixels).map { mode.blended($0, $1) }
        #expect(picture.pixels == expected)
    }

    private func reference(_ mode: BlendMode, _ front: UInt32, _ back: UInt32) -> [Double] {
        func parts(_ pixel: UInt32) -> [Double] {
            (0..<4).map { Double(pixel >> UInt32(8 * $0) & 255) / 255 }
        }
        let (source, backdrop) = (parts(front), parts(back))
        let (sourceAlpha, backAlpha) = (source[3], backdrop[3])
        func straight(_ parts: [Double]) -> [Double] {
            (0..<3).map { parts[3] > 0 ? parts[$0] / parts[3] : 0 }
        }
        let mixed = blend(mode, straight(backdrop), straight(source))
        let alpha = sourceAlpha + backAlpha - sourceAlpha * backAlpha
        return (0..<3).map { channel in
            let color =
                source[channel] * (1 - backAlpha) + sourceAlpha * backAlpha * mixed[channel]
                + backdrop[channel] * (1 - sourceAlpha)
            return min(color, alpha)
        } + [alpha]
    }

    private func blend(_ mode: BlendMode, _ b: [Double], _ s: [Double]) -> [Double] {
        switch mode {
        case .hue: setLum(setSat(s, sat(b)), lum(b))
        case .saturation: setLum(setSat(b, sat(s)), lum(b))
        case .color: setLum(s, lum(b))
        case .luminosity: setLum(b, lum(s))
        default: zip(b, s).map { one(mode, $0, $1) }
        }
    }

    private func one(_ mode: BlendMode, _ b: Double, _ s: Double) -> Double {
        switch mode {
        case .multiply: b * s
        case .screen: 1 - (1 - b) * (1 - s)
        case .overlay: one(.hardLight, s, b)
        case .darken: min(b, s)
        case .lighten: max(b, s)
        case .colorDodge: b == 0 ? 0 : s == 1 ? 1 : min(1, b / (1 - s))
        case .colorBurn: b == 1 ? 1 : s == 0 ? 0 : 1 - min(1, (1 - b) / s)
        case .hardLight: s <= 0.5 ? b * 2 * s : one(.screen, b, 2 * s - 1)
        case .softLight:
            s <= 0.5
                ? b - (1 - 2 * s) * b * (1 - b)
                : b + (2 * s - 1)
                    * ((b <= 0.25 ? ((16 * b - 12) * b + 4) * b : b.squareRoot()) - b)
        case .difference: abs(b - s)
        case .exclusion: b + s - 2 * b * s
        default: s
        }
    }

    private func lum(_ c: [Double]) -> Double { 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2] }

    private func sat(_ c: [Double]) -> Double { c.reduce(0, max) - c.reduce(1, min) }

    private func setSat(_ c: [Double], _ s: Double) -> [Double] {
        let low = c.reduce(1, min)
        return sat(c) > 0 ? c.map { ($0 - low) * s / sat(c) } : [0, 0, 0]
    }

    private func setLum(_ c: [Double], _ l: Double) -> [Double] {
        var moved = c.map { $0 + l - lum(c) }
        let center = lum(moved)
        let (low, high) = (moved.reduce(.infinity, min), moved.reduce(-.infinity, max))
        if low < 0 { moved = moved.map { center + ($0 - center) * center / (center - low) } }
        if high > 1 {
            moved = moved.map { center + ($0 - center) * (1 - center) / (high - center) }
        }
        return moved
    }
}
