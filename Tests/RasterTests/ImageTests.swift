import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartRaster
import BlueHeartTestbench
import Testing

@Suite struct ImageTests {
    private func placed(
        _ bitmap: Bitmap, in destination: Rect, adjustment: ImageAdjustment = .none,
        transform: Transform = .identity
    ) -> DrawCommand {
        .image(
            PlacedImage(
                SourceImage(key: "picture", bitmap: bitmap),
                source: Rect(
                    x: 0, y: 0, width: Double(bitmap.width), height: Double(bitmap.height)),
                destination: destination, adjustment: adjustment, transform: transform))
    }

    private func noise(_ width: Int, _ height: Int) -> Bitmap {
        var random = SplitMix64(seed: 1)
        return Bitmap(
            width: width, height: height,
            pixels: (0..<width * height).map { _ in premultiplied(random.color()) })
    }

    @Test func apictureOfTheRightSizeIsCopied() {
        let bitmap = noise(16, 16)
        #expect(painted([placed(bitmap, in: Rect(x: 0, y: 0, width: 16, height: 16))]) == bitmap)
        let moved = painted([placed(bitmap, in: Rect(x: 3, y: 2, width: 16, height: 16))])
        #expect(moved[5, 7] == bitmap[2, 5])
        #expect(moved[2, 7] == 0)
    }

    @Test func aMirroredPictureIsMirrored() {
        let bitmap = noise(16, 16)
        let mirror = Transform(a: -1, b: 0, c: 0, d: 1, tx: 16, ty: 0)
        let picture = painted([
            placed(bitmap, in: Rect(x: 0, y: 0, width: 16, height: 16), transform: mirror)
        ])
        for y in 0..<16 {
            for x in 0..<16 where bitmap[15 - x, y] >> 24 == 255 {
                #expect(picture[x, y] == bitmap[15 - x, y])
            }
        }
        let flip = Transform(a: 1, b: 0, c: 0, d: -1, tx: 0, ty: 16)
        let flipped = painted([
            placed(bitmap, in: Rect(x: 0, y: 0, width: 16, height: 16), transform: flip)
        ])
        for x in 0..<16 where bitmap[x, 12] >> 24 == 255 {
            #expect(flipped[x, 3] == bitmap[x, 12])
        }
    }

    @Test func aFlatPictureStaysFlatAtEverySize() {
        for code in UInt32(0)...255 {
            let flat = Bitmap(width: 7, height: 5, filledWith: 0xFF00_0000 | code * 0x01_0101)
            let picture = painted([placed(flat, in: Rect(x: 0, y: 0, width: 16, height: 16))])
            #expect(picture.pixels.allSatisfy { $0 == flat.pixels[0] }, "code \(code) larger")
            let small = painted(
                [placed(flat, in: Rect(x: 0, y: 0, width: 3, height: 2))], width: 3, height: 2)
            #expect(small.pixels.allSatisfy { $0 == flat.pixels[0] }, "code \(code) smaller")
        }
    }

    @Test func blackAndWhiteMixToTheMiddleOfLight() {
        let board = Bitmap(
            width: 64, height: 64,
            pixels: (0..<4096).map { ($0 / 64 + $0) & 1 == 0 ? ~0 : 0xFF00_0000 })
        let picture = painted([placed(board, in: Rect(x: 0, y: 0, width: 16, height: 16))])
        // Half of the light has the code 188.
        for y in 2..<14 {
            for x in 2..<14 { #expect(abs(Int(picture[x, y] & 255) - 188) <= 1) }
        }
    }

    @Test func clearPixelsLendNoColour() {
        let bitmap = Bitmap(
            width: 8, height: 8, pixels: (0..<64).map { $0 % 8 < 4 ? ~0 : 0 })
        for side in [3.0, 5, 16, 31] {
            let picture = painted([placed(bitmap, in: Rect(x: 0, y: 0, width: side, height: side))])
            for pixel in picture.pixels { #expect(pixel & 255 == pixel >> 24) }
        }
    }

    @Test func aTurnedPictureKeepsItsMiddleAndItsShape() {
        let bitmap = Bitmap(width: 40, height: 40, filledWith: 0xFF20_4060)
        let turn = Transform.rotation(Angle(degrees: 45)).around(Point(x: 32, y: 32))
        let picture = painted(
            [placed(bitmap, in: Rect(x: 17, y: 17, width: 30, height: 30), transform: turn)],
            width: 64, height: 64)
        #expect(picture[32, 32] == 0xFF20_4060)
        #expect(picture[18, 18] == 0)
        let area = picture.pixels.reduce(0.0) { $0 + Double($1 >> 24) / 255 }
        #expect(abs(area - 900) < 2)
    }

    @Test func adjustmentsComeInTheirOrder() {
        let grey = Bitmap(width: 4, height: 4, filledWith: 0xFF80_8080)
        let place = Rect(x: 0, y: 0, width: 4, height: 4)
        func pixel(_ adjustment: ImageAdjustment) -> UInt32 {
            painted([placed(grey, in: place, adjustment: adjustment)])[1, 1]
        }
        #expect(pixel(ImageAdjustment(brightness: 0)) == 0xFF00_0000)
        // Twice the light of code 128 has code 176.
        #expect(pixel(ImageAdjustment(brightness: 2)) & 255 == 176)
        let duotone = ImageAdjustment.Duotone(
            dark: Color(red: 1, green: 0, blue: 0), light: Color(red: 0, green: 0, blue: 1))
        #expect(pixel(ImageAdjustment(brightness: 0, duotone: duotone)) == 0xFF00_00FF)
        #expect(
            pixel(ImageAdjustment(duotone: duotone, tint: Color(red: 0, green: 1, blue: 0)))
                == 0xFF00_FF00)
    }

    /// Red, green and blue are as light as the greys of light 0.2126, 0.7152 and 0.0722.
    ///
    /// Source: ITU-R BT.709.
    @Test(arguments: [
        (0xFF00_00FF, 0xFF7F_7F7F), (0xFF00_FF00, 0xFFDC_DCDC), (0xFFFF_0000, 0xFF4C_4C4C),
    ])
    func aDuotoneGoesByLuminance(color: UInt32, grey: UInt32) {
        let place = Rect(x: 0, y: 0, width: 4, height: 4)
        let pixels = [color, grey].map { pixel in
            let flat = Bitmap(width: 4, height: 4, filledWith: pixel)
            let duotone = ImageAdjustment.Duotone(dark: .black, light: .white)
            let adjustment = ImageAdjustment(duotone: duotone)
            return painted([placed(flat, in: place, adjustment: adjustment)])[1, 1]
        }
        #expect(pixels[0] == pixels[1] && pixels[0] & 0xFFFFFF != 0)
    }

    @Test func aBlurDoesNotDarkenTheSides() {
        let flat = Bitmap(width: 30, height: 30, filledWith: 0xFF40_5060)
        for sigma in [0.5, 2, 9] {
            let picture = painted([
                placed(
                    flat, in: Rect(x: 0, y: 0, width: 16, height: 16),
                    adjustment: ImageAdjustment(blur: sigma))
            ])
            #expect(picture.pixels.allSatisfy { $0 == 0xFF40_5060 }, "sigma \(sigma)")
        }
    }

    /// As a ground, which is not laid over transparent pixels, and as what comes behind another.
    @Test(
        arguments: [
            Rect(x: 0, y: 0, width: 16, height: 16), Rect(x: -7, y: -1, width: 40, height: 21),
            Rect(x: 0.5, y: 0, width: 16, height: 16), Rect(x: 1, y: 0, width: 15, height: 16),
        ], [0.0, 1.5])
    func aPictureIsAGroundWhereItCoversAll(destination: Rect, blur: Double) {
        for bitmap in [noise(23, 19), Bitmap(width: 9, height: 9, filledWith: 0xFF12_3456)] {
            let picture = placed(bitmap, in: destination, adjustment: .init(blur: blur))
            let nothing = fill(Rect(x: 0, y: 0, width: 1, height: 1), .clear)
            let rasterizer = Rasterizer(glyphs: SquareGlyphs())
            for commands in [[picture], [.layer(Layer([picture], clip: .init(heart)))]] {
                // Painted over by the first card, the picture must not have changed for the next.
                for above in [[whiteCard], []] {
                    let list = DisplayList(
                        widthInPixels: 16, heightInPixels: 16, commands: commands + above)
                    #expect(rasterizer.rasterize(list) == painted([nothing] + list.commands))
                }
            }
        }
    }

    private var heart: Path { Path.rect(Rect(x: 2.5, y: 3, width: 9, height: 9.25)) }

    /// What is kept of a photograph is what was shown of it.
    @Test func picturesAreLetGoOncePainted() {
        let rasterizer = Rasterizer(glyphs: SquareGlyphs())
        weak var photo: SourceImage?
        for _ in 0..<2 {
            let image = SourceImage(key: "photo", bitmap: noise(64, 64))
            photo = image
            _ = rasterizer.rasterize(
                DisplayList(
                    widthInPixels: 16, heightInPixels: 16, commands: commands(showing: image)))
        }
        #expect(photo == nil)
    }

    /// Upright, turned, blurred in a layer and as a mask.
    private func commands(showing image: SourceImage) -> [DrawCommand] {
        let whole = Rect(x: 0, y: 0, width: 64, height: 64)
        let place = Rect(x: 0, y: 0, width: 16, height: 16)
        let turn = Transform.rotation(Angle(degrees: 30))
        let images = [Transform.identity, turn].map {
            DrawCommand.image(
                PlacedImage(image, source: whole, destination: place, transform: $0))
        }
        return images + [.layer(Layer(images, mask: images, effects: [.blur(sigma: 2)]))]
    }

    @Test func placesBeyondReasonDoNotTrap() {
        let bitmap = noise(4, 4)
        for value in [1e6, -1e6, 1e300, .infinity, .nan, 0, 1e-300] {
            for place in [
                Rect(x: value, y: 0, width: 9, height: 9),
                Rect(x: 0, y: 0, width: value, height: 9),
                Rect(x: -1e5, y: 0, width: value, height: value),
            ] {
                let turn = Transform.rotation(Angle(degrees: 30))
                let picture = painted([
                    placed(bitmap, in: place), placed(bitmap, in: place, transform: turn),
                ])
                #expect(picture.pixels.count == 256)
            }
        }
    }
}
