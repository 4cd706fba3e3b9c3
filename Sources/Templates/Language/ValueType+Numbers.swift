import BlueHeartDiagnostics
import BlueHeartJSON

/// A number as a template writes it: itself, or arithmetic over parameters.
enum NumberValue: Computable {
    case fixed(Double)
    case computed(Expression)

    var isComputed: Bool { if case .computed = self { true } else { false } }
}

extension ValueType where Value == Double {
    /// A number, or `"{expression}"`.
    ///
    /// - Parameter unit: for messages and the reference: `degrees`.
    static func number(
        in range: ClosedRange<Double> = JSONLimits.numbers, unit: String = ""
    ) -> ValueType {
        stored(
            .anyOf([.number(range, unit: unit), .expression(suffixes: [""])]),
            standIn: range.clamped(0)
        ) { node, path, context throws(CardError) -> NumberValue in
            if let text = node.bracedText {
                return try context.number(text, of: node, at: path, in: range, unit: unit)
            }
            do throws(CardError) {
                return .fixed(try node.number(at: path, in: range, unit: unit))
            } catch { throw error.hinting(ForeignNames.cure(forNumber: node, in: range)) }
        } resolve: { stored, written, resolver throws(CardError) in
            try resolver.number(stored, in: range, unit: unit, at: written)
        }
    }

    /// `"50%"` or 0.5, or `"{expression}%"`.
    static func part(_ use: PartUse = .whole) -> ValueType {
        stored(
            .anyOf([
                .number(0...1, unit: ""), .text(pattern: #"[0-9]+(\.[0-9]+)?%"#),
                .expression(suffixes: ["", "%"]),
            ]), standIn: 1
        ) { node, path, context throws(CardError) -> PartValue in
            try PartValue.read(node, at: path, context, use)
        } resolve: { stored, written, resolver throws(CardError) in
            let range = 0...(stored.isPercentage ? 100.0 : 1)
            let number = try resolver.number(stored.number, in: range, unit: "", at: written)
            return stored.isPercentage ? number / 100 : number
        }
    }
}

extension ValueType where Value == Int {
    /// A whole number, or `"{expression}"`, which is rounded.
    static func integer(in range: ClosedRange<Int>, unit: String = "") -> ValueType {
        let bounds = Double(range.lowerBound)...Double(range.upperBound)
        return stored(
            .anyOf([.integer(range, unit: unit), .expression(suffixes: [""])]),
            standIn: range.lowerBound
        ) { node, path, context throws(CardError) -> NumberValue in
            if let text = node.bracedText {
                return try context.number(text, of: node, at: path, in: bounds, unit: unit)
            }
            do throws(CardError) {
                return .fixed(Double(try node.integer(at: path, in: range, unit: unit)))
            } catch { throw error.hinting(ForeignNames.cure(forNumber: node, in: bounds)) }
        } resolve: { stored, written, resolver throws(CardError) in
            Int(try resolver.number(stored, in: bounds, unit: unit, at: written).rounded())
        }
    }
}

/// Range of a fraction: whether 0 is allowed.
enum PartUse: Sendable { case whole, aboveZero }

/// A part of a whole: a number from 0 to 1, or hundredths.
struct PartValue: Computable {
    var number: NumberValue
    var isPercentage: Bool
    var isComputed: Bool { number.isComputed }

    static func read(
        _ node: JSONNode, at path: JSONPath, _ context: ReadContext, _ use: PartUse
    ) throws(CardError) -> PartValue {
        guard case .string(let text) = node.value else {
            let number: Double
            do throws(CardError) {
                number = try node.number(at: path, in: 0...1)
            } catch { throw error.hinting(ForeignNames.cure(forNumber: node, in: 0...1)) }
            try checkAboveZero(number, use, of: node, at: path)
            return PartValue(number: .fixed(number), isPercentage: false)
        }
        if let braced = BracedText(text), ["", "%"].contains(braced.suffix) {
            let isPercentage = !braced.suffix.isEmpty
            let number = try context.number(
                braced.inner, of: node, at: path, in: 0...(isPercentage ? 100 : 1))
            return PartValue(number: number, isPercentage: isPercentage)
        }
        guard text.utf8.last == UInt8(ascii: "%"),
            let percent = plainNumber(String(text.dropLast())), (0...100).contains(percent)
        else {
            throw fault(
                "bad-length", "expected a place from \"0%\" to \"100%\", found \(quoted(text))",
                of: node, at: path, hint: "write \"50%\", or 0.5")
        }
        try checkAboveZero(percent, use, of: node, at: path)
        return PartValue(number: .fixed(percent), isPercentage: true)
    }

    private static func checkAboveZero(
        _ number: Double, _ use: PartUse, of node: JSONNode, at path: JSONPath
    ) throws(CardError) {
        guard use == .whole || number > 0 else {
            throw fault(
                "out-of-range", "expected more than nothing, found 0", of: node, at: path,
                hint: "write \"100%\" for the whole line")
        }
    }
}

extension ClosedRange where Bound == Double {
    /// The number of the range that is nearest to another.
    func clamped(_ number: Double) -> Double {
        Swift.min(Swift.max(number, lowerBound), upperBound)
    }
}

extension CardError {
    /// The same fault with a cure, where there is just one and it has none.
    func hinting(_ hint: String?) -> CardError {
        guard let hint, diagnostics.count == 1, diagnostics[0].hint == nil else { return self }
        var cured = self
        cured.diagnostics[0].hint = hint
        return cured
    }
}
