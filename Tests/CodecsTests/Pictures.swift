import BlueHeartPixels

/// Small pictures of every kind that is coded in its own way.
enum Pictures {
    /// A smooth gradient with a flat bar in it: more than 256 colours.
    static func gradient(width: Int = 64, height: Int = 40) -> Bitmap {
        Bitmap(width: width, height: height) { x, y in
            if y > height / 2, y < height * 3 / 4 { return 0xFFFF_FFFF }
            return opaque(x * 255 / width, y * 255 / height, (x + y) * 255 / (width + height))
        }
    }

    /// Values that repeat nowhere, like the grain of a photograph; the same on every run.
    static func noise(width: Int = 64, height: Int = 40, channels: UInt32 = 0x00FF_FFFF) -> Bitmap {
        var state: UInt32 = 12_345
        return Bitmap(width: width, height: height) { _, _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return 0xFF00_0000 | (state >> 8) & channels
        }
    }

    /// `count` opaque colours in turn.
    static func colors(_ count: Int, width: Int = 37, height: Int = 21) -> Bitmap {
        Bitmap(width: width, height: height) { x, y in
            let number = (y * width + x) % count
            return opaque(number, 255 - number, number * 7 % 256)
        }
    }

    /// Every alpha with colours that premultiply without loss when read back.
    static func translucent(width: Int = 64, height: Int = 32) -> Bitmap {
        Bitmap(width: width, height: height) { x, y in
            let alpha = UInt32((y * width + x) % 256)
            let red = alpha * UInt32(x % 3) / 2
            let green = alpha * UInt32(y) / UInt32(height)
            return alpha << 24 | (alpha / 2) << 16 | green << 8 | red
        }
    }

    static func grays(width: Int = 64, height: Int = 32) -> Bitmap {
        Bitmap(width: width, height: height) { x, y in
            let level = (x * 4 + y) % 256
            return opaque(level, level, level)
        }
    }

    static func opaque(_ red: Int, _ green: Int, _ blue: Int) -> UInt32 {
        0xFF00_0000 | UInt32(blue) << 16 | UInt32(green) << 8 | UInt32(red)
    }
}

extension Bitmap {
    init(width: Int, height: Int, _ pixel: (Int, Int) -> UInt32) {
        self.init(width: width, height: height)
        for y in 0..<height { for x in 0..<width { self[x, y] = pixel(x, y) } }
    }

    /// The mean difference of a channel, 0 to 255; for files that lose something.
    func meanDifference(to other: Bitmap) -> Double {
        var sum = 0
        for (one, two) in zip(pixels, other.pixels) {
            for shift in [0, 8, 16, 24] as [UInt32] {
                sum += abs(Int(one >> shift & 0xFF) - Int(two >> shift & 0xFF))
            }
        }
        return Double(sum) / Double(pixels.count * 4)
    }
}
