import BlueHeartGeometry

/// The sRGB transfer function, between encoded values and linear light; source: IEC 61966-2-1.
public enum SRGBTransfer {
    /// Linear light, 0 to 1, of each 8-bit value.
    public static let light: [Double] = (0...255).map { decoded(Double($0) / 255) }

    /// Linear light of an encoded value, both 0 to 1.
    public static func decoded(_ coded: Double) -> Double {
        guard coded > 0.04045 else { return coded / 12.92 }
        let base = (coded + 0.055) / 1.055
        // base^2.4 = base^2 * (base^2)^(1/5)
        return base * base * DeterministicMath.root(5, of: base * base)
    }

    /// Encoded value of linear light, both 0 to 1; within 0.02 of an 8-bit step, exact at 8-bit
    /// values.
    ///
    /// Interpolated between two entries of the table, so fast enough for gradients.
    public static func encoded(_ light: Double) -> Double {
        guard light > 0 else { return 0 }
        guard light < 1 else { return 1 }
        let table = SRGBTransfer.light
        var (low, high) = (0, 255)
        while high - low > 1 {
            let middle = (low + high) / 2
            if table[middle] <= light { low = middle } else { high = middle }
        }
        return (Double(low) + (light - table[low]) / (table[high] - table[low])) / 255
    }

    /// The nearest 8-bit value of linear light from 0 to 1.
    public static func code(_ light: Double) -> Int {
        Int(codes[Int((unit(light) * Double(fullLight)).rounded()) >> codeShift])
    }

    /// Full light in the resampler's 15 bits.
    static let fullLight = 32767

    /// 15-bit light of each 8-bit value.
    static let lightWords: [Int16] = light.map { Int16(($0 * Double(fullLight)).rounded()) }

    /// Low bits of 15-bit light that the inverse table ignores, so that it fits the L1 cache.
    ///
    /// The darkest values are 10 apart in 15-bit light, so each still has its own entry.
    static let codeShift = 2

    /// The 8-bit value of 15-bit light without its lowest bits: the value whose own light has these
    /// bits, otherwise the nearest to the middle of the interval.
    static let codes: [UInt8] = {
        var code = 0
        var table = (0...fullLight >> codeShift).map { entry in
            let middle = (Double(entry) + 0.5) * Double(1 << codeShift) / Double(fullLight)
            while code < 255, middle - light[code] > light[code + 1] - middle { code += 1 }
            return UInt8(code)
        }
        for (code, word) in lightWords.enumerated() { table[Int(word) >> codeShift] = UInt8(code) }
        return table
    }()
}
