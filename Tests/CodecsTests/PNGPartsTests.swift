import Testing

@testable import BlueHeartCodecs

@Suite struct RowFilterTests {
    /// Every filter against its definition, on lengths around the 16 samples of one step.
    @Test(arguments: [1, 3, 4])
    func everyFilterAgreesWithItsDefinition(step: Int) {
        var state: UInt32 = 7
        func random() -> UInt8 {
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(state >> 24)
        }
        for count in 1...50 {
            let pad = [UInt8](repeating: 0, count: 16)
            let row = pad + (0..<count).map { _ in random() } + pad
            let above = pad + (0..<count).map { _ in random() >> 5 } + pad
            for filter in RowFilter.allCases {
                let expected = (16..<16 + count).map { index in
                    residual(
                        filter, row[index], row[index - step], above[index], above[index - step])
                }
                #expect(apply(filter, row, above, count: count, step: step) == expected)
            }
        }
    }

    private func apply(
        _ filter: RowFilter, _ row: [UInt8], _ above: [UInt8], count: Int, step: Int
    ) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: count + 16)
        unsafe row.withUnsafeBytes { row in
            unsafe above.withUnsafeBytes { above in
                unsafe output.withUnsafeMutableBytes { output in
                    guard let row = row.baseAddress, let above = above.baseAddress,
                        let output = output.baseAddress
                    else { return }
                    let input = unsafe FilterInput(
                        row: row + 16, above: above + 16, count: count, step: step)
                    unsafe filter.apply(input, to: output)
                }
            }
        }
        return Array(output.prefix(count))
    }

    private func residual(
        _ filter: RowFilter, _ own: UInt8, _ left: UInt8, _ above: UInt8, _ corner: UInt8
    ) -> UInt8 {
        switch filter {
        case .none: own
        case .sub: own &- left
        case .up: own &- above
        case .average: own &- UInt8((Int(left) + Int(above)) / 2)
        case .paeth: own &- paeth(left, above, corner)
        }
    }

    private func paeth(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
        let estimate = Int(left) + Int(above) - Int(corner)
        let distances = [left, above, corner].map { abs(estimate - Int($0)) }
        if distances[0] <= distances[1], distances[0] <= distances[2] { return left }
        return distances[1] <= distances[2] ? above : corner
    }
}

@Suite struct PrefixCodeTests {
    /// Frequencies that double make a tree as deep as it has leaves.
    @Test func lengthsStayWithinTheLimitAndFillTheTree() {
        let frequencies = (0..<30).map { 1 << $0 }
        let code = PrefixCode(frequencies: frequencies, limit: 14)
        #expect(code.lengths.allSatisfy { (1...14).contains($0) })
        #expect(code.lengths.reduce(0) { $0 + 1 << (14 - $1) } == 1 << 14)
    }

    @Test func noCodeBeginsAnother() {
        let code = PrefixCode(frequencies: [5, 1, 0, 9, 3, 3, 1, 20], limit: 7)
        let used = code.lengths.indices.filter { code.lengths[$0] > 0 }
        #expect(used == [0, 1, 3, 4, 5, 6, 7])
        for one in used {
            for other in used where one != other && code.lengths[one] <= code.lengths[other] {
                let mask: UInt64 = 1 << UInt64(code.lengths[one]) - 1
                #expect(code.codes[one] != code.codes[other] & mask)
            }
        }
    }

    @Test func aSingleSymbolTakesOneBit() {
        #expect(PrefixCode(frequencies: [0, 4, 0], limit: 14).lengths == [0, 1, 0])
    }
}

@Suite struct ChecksumTests {
    @Test func theChecksumOfTwoPartsIsThatOfTheWhole() {
        let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
        for cut in [0, 1, 5_551, 65_521, 65_522, 70_000] {
            let parts = [bytes.prefix(cut), bytes.suffix(from: cut)].map { part in
                unsafe part.withUnsafeBytes { unsafe adler32($0) }
            }
            let whole = unsafe bytes.withUnsafeBytes { unsafe adler32($0) }
            #expect(adler32(parts[0], parts[1], count: bytes.count - cut) == whole)
        }
    }
}

@Suite struct PremultiplyTests {
    @Test func everyChannelAndAlphaIsRoundedToNearest() {
        for alpha in 0..<256 {
            for value in 0..<256 {
                let pixel = UInt32(alpha) << 24 | UInt32(value) << 16 | UInt32(value)
                let expected = UInt32((Double(alpha * value) / 255).rounded())
                let product = premultiplied(pixel)
                #expect(product & 0xFF == expected && product >> 16 & 0xFF == expected)
                #expect(product >> 24 == UInt32(alpha))
            }
        }
    }

    @Test func dividingAndMultiplyingGivesTheSamePixel() {
        for alpha in 0..<256 {
            for value in 0...alpha {
                let pixel = UInt32(alpha) << 24 | UInt32(value) << 8
                #expect(premultiplied(unpremultiplied(pixel)) == (alpha == 0 ? 0 : pixel))
            }
        }
    }
}
