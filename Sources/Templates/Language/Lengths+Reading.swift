import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartScenes

extension LengthValue {
    /// Reads a length; names of the kit's spacing are looked up.
    static func read(
        _ node: JSONNode, at path: JSONPath, _ context: ReadContext, _ use: LengthUse
    ) throws(CardError) -> LengthValue {
        switch node.value {
        case .number:
            let number = try node.number(at: path, in: use.range, unit: "px")
            return LengthValue(number: .fixed(number), unit: .px, use: use)
        case .string(let text):
            return try LengthText(text: text, node: node, path: path, context: context, use: use)
                .read()
        default: throw node.wrongType(expected: use.expectation, at: path)
        }
    }
}

/// A length in a string, and its place.
private struct LengthText {
    let text: String
    let node: JSONNode
    let path: JSONPath
    let context: ReadContext
    let use: LengthUse

    func read() throws(CardError) -> LengthValue {
        if isName(text), let spacing = context.kit.spacing[text] {
            return value(.fixed(try checked(spacing)), .px)
        }
        if isSameName(text, "safe") || text.hasASCIIPrefix("safe+") { return try safe() }
        if let braced = BracedText(text) { return try computed(braced) }
        guard let (number, unit) = numberAndUnit(text) else { throw bad() }
        // A number in quotes gets a hint to remove them.
        guard let unit = LengthValue.Unit(rawValue: String(unit)), unit != .px, unit != .safe
        else { throw bad() }
        try checkPercentage(unit)
        return value(.fixed(try checked(number)), unit)
    }

    private func value(_ number: NumberValue, _ unit: LengthValue.Unit) -> LengthValue {
        LengthValue(number: number, unit: unit, use: use)
    }

    private func computed(_ braced: BracedText) throws(CardError) -> LengthValue {
        let suffix = isSameName(braced.suffix, "px") ? "" : braced.suffix
        guard let unit = LengthValue.Unit(rawValue: suffix), unit != .safe else { throw bad() }
        try checkPercentage(unit)
        let number = try context.number(
            braced.inner, of: node, at: path, in: use.range, unit: unit == .px ? "px" : "")
        return value(number, unit)
    }

    private func safe() throws(CardError) -> LengthValue {
        guard use.allowsSafe else {
            throw fault(
                "safe-not-allowed", "\"safe\" stands for a padding or a distance from a side only",
                of: node, at: path, hint: "put it into padding, top, end, bottom or start")
        }
        if isSameName(text, "safe") { return value(.fixed(0), .safe) }
        let more = String(text.dropFirst("safe+".count))
        if isName(more), let spacing = context.kit.spacing[more] {
            return value(.fixed(spacing), .safe)
        }
        if let number = plainNumber(more), use.range.contains(number) {
            return value(.fixed(number), .safe)
        }
        if let braced = BracedText(more), braced.suffix.isEmpty {
            let number = try context.number(
                braced.inner, of: node, at: path, in: use.range, unit: "px")
            return value(number, .safe)
        }
        throw bad()
    }

    private func checkPercentage(_ unit: LengthValue.Unit) throws(CardError) {
        guard unit != .percent || use.allowsPercentage else {
            throw fault(
                "percentage-not-allowed", "expected a length in px here, found \(quoted(text))",
                of: node, at: path, hint: "write px of the reference size, or vw, vh, vmin")
        }
    }

    private func checked(_ number: Double) throws(CardError) -> Double {
        guard use.range.contains(number) else {
            let bounds =
                "\(shortNumber(use.range.lowerBound)) to \(shortNumber(use.range.upperBound))"
            throw fault(
                "out-of-range", "expected a length from \(bounds), found \(shortNumber(number))",
                of: node, at: path)
        }
        return number
    }

    private func bad() -> CardError {
        fault(
            "bad-length", "expected a length, found \(quoted(text))", of: node, at: path, hint: cure
        )
    }

    private var cure: String {
        let names = context.kit.spacing.keys.sorted() + (use.allowsSafe ? ["safe"] : [])
        if let (number, unit) = numberAndUnit(text) {
            let rest = String(unit).filter { $0 != " " }
            if rest.isEmpty || isSameName(rest, "px") {
                return "write \(shortNumber(number)) without quotes and unit"
            }
            if let known = LengthValue.Unit(rawValue: rest), known != .safe {
                return "write \(quoted("\(shortNumber(number))\(rest)")), without a space"
            }
            if ["em", "rem", "pt", "ex", "ch"].contains(rest) {
                return "write px of the reference size as a number, like "
                    + shortNumber(number * (rest == "pt" ? 4 / 3 : 16))
            }
        }
        if let near = nearestName(to: text, in: names) { return "did you mean \(quoted(near))?" }
        return "write " + use.expectation
    }
}

extension LengthUse {
    fileprivate var expectation: String {
        var forms = ["a number of px"]
        if allowsPercentage { forms.append("\"50%\"") }
        forms.append("\"3vw\"")
        if allowsSafe { forms.append("\"safe\"") }
        return forms.joined(separator: ", ") + " or a name of the kit's spacing"
    }

    /// The forms of a length of this use.
    var form: Form {
        let bounds = self
        return .defined(name, summary) {
            var units = ["vw", "vh", "vmin", "vmax"]
            if bounds.allowsPercentage { units.append("%") }
            var forms: [Form] = [
                .number(bounds.range, unit: "px"),
                .text(
                    pattern: #"-?[0-9]+(\.[0-9]+)?("# + units.joined(separator: "|") + ")"),
                .expression(suffixes: [""] + units), .spacing,
            ]
            if bounds.allowsSafe { forms.append(.text(pattern: #"safe(\+.+)?"#)) }
            return .anyOf(forms)
        }
    }

    private var summary: String {
        "A number of px of the reference size, hundredths of the card's sides (`3vw`, `3vh`, "
            + "`3vmin`, `3vmax`)" + (allowsPercentage ? ", a part of the parent (`50%`)" : "")
            + (allowsSafe ? ", the placement's safe inset (`safe`, `safe+24`)" : "")
            + ", a name of the kit's spacing, or a number that depends on parameters (`{share}%`)"
    }
}

/// `12.5vw` as 12.5 and `vw`; nil if it does not begin with a number.
func numberAndUnit(_ text: String) -> (Double, Substring)? {
    guard text.utf8.count <= 40 else { return nil }
    let end = text.utf8.firstIndex { !((48...57).contains($0) || $0 == 0x2E || $0 == 0x2D) }
    let digits = text[..<(end ?? text.utf8.endIndex)]
    guard let number = plainNumber(String(digits)) else { return nil }
    return (number, text[digits.endIndex...])
}

extension ValueType where Value == Length {
    /// A length in px or as a part of the parent.
    static func length(_ use: LengthUse = .size) -> ValueType {
        stored(use.form, standIn: .px(use.range.clamped(0))) {
            node, path, context throws(CardError) -> LengthValue in
            try LengthValue.read(node, at: path, context, use)
        } resolve: { stored, written, resolver throws(CardError) in
            try resolver.length(stored, at: written)
        }
    }
}

extension ValueType where Value == Double {
    /// A length in px of the card.
    static func px(_ use: LengthUse = .px) -> ValueType {
        stored(use.form, standIn: use.range.clamped(0)) {
            node, path, context throws(CardError) -> LengthValue in
            try LengthValue.read(node, at: path, context, use)
        } resolve: { stored, written, resolver throws(CardError) in
            try resolver.px(stored, at: written)
        }
    }
}
