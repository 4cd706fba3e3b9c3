import BlueHeartGeometry

/// The input samples of each output sample of a row, and their weights.
public struct FilterWeights: Sendable {
    /// Number of output samples.
    public let count: Int
    /// Input samples per output sample; even.
    let width: Int
    /// First input sample of each output sample; `start + width` is at most `paddedLength`.
    let starts: [Int]
    /// Weights in pairs, the first in the low half; 16384 is 1.
    let pairs: [UInt32]
    /// Samples that a row must have, including zeros at its end.
    let paddedLength: Int

    /// Alignment of the starts; even starts can be read pair by pair.
    public enum Alignment: Sendable { case even, any }

    /// Value of samples beyond the ends of a row.
    public enum Edge: Sendable { case transparent, extended }

    /// The mapping between two rows: the start of the first output sample, and the length of each.
    public struct Scale: Sendable {
        /// Left side of the first output sample, in input samples.
        public var offset: Double
        /// Input samples per output sample; negative to mirror.
        public var step: Double

        public init(offset: Double, step: Double) {
            self.offset = offset
            self.step = step
        }
    }

    /// The weights of `filter` when `length` samples become `count`.
    public init(
        count: Int, length: Int, scale: Scale, filter: Filter, edge: Edge = .extended,
        alignment: Alignment = .any
    ) {
        // A kernel wider than the row is the mean of the whole row.
        let stretch = filter.isFixed ? 1 : min(max(1, abs(scale.step)), Double(length))
        let reach = filter.radius * stretch
        let mask = alignment == .even ? ~1 : ~0
        // As many as may be within reach, and one more where the start is rounded down to even.
        let ideal = Int((2 * reach).rounded(.down)) + (alignment == .even ? 2 : 1)
        width = max(2, (min(ideal, length + 1) + 1) & ~1)
        paddedLength = max(width, (length + 1) & ~1)
        self.count = count
        var starts = [Int]()
        var pairs = [UInt32]()
        pairs.reserveCapacity(count * width / 2)
        starts.reserveCapacity(count)
        var weights = [Double](repeating: 0, count: width)
        var rounded = [Int](repeating: 0, count: width)
        for index in 0..<count {
            let center = scale.offset + (Double(index) + 0.5) * scale.step - 0.5
            let first = Int((center - reach).rounded(.up))
            let start = max(0, min(first & mask, paddedLength - width))
            for tap in weights.indices { weights[tap] = 0 }
            for source in first...max(first, Int((center + reach).rounded(.down))) {
                let weight = filter.weight((Double(source) - center) / stretch)
                guard edge == .extended || (0..<length).contains(source) else { continue }
                weights[max(0, min(source, length - 1)) - start] += weight
            }
            starts.append(start)
            let total = edge == .extended ? weights.reduce(0, +) : filter.total * stretch
            FilterWeights.round(weights, total: total, into: &rounded, exact: edge == .extended)
            FilterWeights.append(rounded, to: &pairs)
        }
        self.starts = starts
        self.pairs = pairs
    }

    /// Rounds weights to 14 bits; if their sum must be exact, the largest gets the remainder.
    private static func round(
        _ weights: [Double], total: Double, into rounded: inout [Int], exact: Bool
    ) {
        let scale = total != 0 ? 16384 / total : 0
        var (sum, largest) = (0, 0)
        for tap in weights.indices {
            rounded[tap] = Int((weights[tap] * scale).rounded())
            sum += rounded[tap]
            if rounded[tap] > rounded[largest] { largest = tap }
        }
        if exact { rounded[largest] += 16384 - sum }
    }

    private static func append(_ rounded: [Int], to pairs: inout [UInt32]) {
        for index in stride(from: 0, to: rounded.count, by: 2) {
            let (low, high) = (Int16(clamping: rounded[index]), Int16(clamping: rounded[index + 1]))
            pairs.append(UInt32(UInt16(bitPattern: low)) | UInt32(UInt16(bitPattern: high)) << 16)
        }
    }
}

/// A filter kernel: weight by distance.
public struct Filter: Sendable {
    /// Distance beyond which the weight is 0, in samples.
    let radius: Double
    /// True if the kernel keeps its width however much a row is reduced.
    let isFixed: Bool
    /// Sum of the weights at integer distances; for rows with transparent ends.
    let total: Double
    let weight: @Sendable (Double) -> Double

    /// Sharp for reduction and enlargement.
    ///
    /// It overshoots little at edges, which is more visible in linear light than elsewhere. Source:
    /// E. Catmull, R. Rom, "A Class of Local Interpolating Splines", 1974.
    public static let catmullRom = Filter(radius: 2, isFixed: false, total: 1) { distance in
        let far = abs(distance)
        if far < 1 { return (1.5 * far - 2.5) * far * far + 1 }
        return far < 2 ? ((-0.5 * far + 2.5) * far - 4) * far + 2 : 0
    }

    /// The mean of the covered samples.
    public static let box = Filter(radius: 0.5, isFixed: false, total: 1) { distance in
        abs(distance) < 0.5 ? 1 : abs(distance) == 0.5 ? 0.5 : 0
    }

    /// The cubic B-spline: the smoothest kernel on four samples; variance 1/3.
    public static let spline = Filter(radius: 2, isFixed: true, total: 1) { distance in
        let far = abs(distance)
        if far < 1 { return (0.5 * far - 1) * far * far + 2.0 / 3 }
        return far < 2 ? (2 - far) * (2 - far) * (2 - far) / 6 : 0
    }

    /// A Gaussian, truncated at 3.3 standard deviations; `sigma` above 0, in samples.
    public static func gaussian(sigma: Double) -> Filter {
        let radius = (3.3 * sigma).rounded(.up)
        let kernel: @Sendable (Double) -> Double = {
            DeterministicMath.exponentialDecay($0 * $0 / (2 * sigma * sigma))
        }
        // Rows that keep their length use the weights at integer distances only.
        let whole = (0...Int(radius)).map { kernel(Double($0)) }
        let total = whole.reduce(-whole[0]) { $0 + 2 * $1 }
        return Filter(radius: radius, isFixed: true, total: total) { distance in
            let far = abs(distance)
            let index = Int(far)
            return Double(index) == far && index < whole.count ? whole[index] : kernel(far)
        }
    }
}
