public import BlueHeartDiagnostics

/// An enum whose raw values are the choices in a file.
public typealias ChoiceValue = CaseIterable & RawRepresentable<String>

extension JSONNode {
    public func string(at path: JSONPath) throws(CardError) -> String {
        if case .string(let text) = value { return text }
        throw wrongType(expected: "a string", at: path)
    }

    public func bool(at path: JSONPath) throws(CardError) -> Bool {
        if case .bool(let flag) = value { return flag }
        throw wrongType(expected: "true or false", at: path)
    }

    public func array(at path: JSONPath) throws(CardError) -> [JSONNode] {
        if case .array(let elements) = value { return elements }
        throw wrongType(expected: "an array", at: path)
    }

    /// The number.
    ///
    /// - Parameter unit: for the message only: `px`.
    public func number(
        at path: JSONPath, in range: ClosedRange<Double> = JSONLimits.numbers, unit: String = ""
    ) throws(CardError) -> Double {
        guard case .number(let number) = value else {
            throw wrongType(expected: "a number", at: path)
        }
        guard range.contains(number.value) else {
            throw outOfRange(number, written(range.lowerBound, range.upperBound, unit), at: path)
        }
        return number.value
    }

    /// A number without a fraction; `3.0` is an integer.
    public func integer(
        at path: JSONPath, in range: ClosedRange<Int>, unit: String = ""
    ) throws(CardError) -> Int {
        guard case .number(let number) = value else {
            throw wrongType(expected: "a whole number", at: path)
        }
        guard number.value == number.value.rounded() else {
            throw wrongType(expected: "a whole number", at: path)
        }
        guard let whole = Int(exactly: number.value), range.contains(whole) else {
            let bounds = "\(range.lowerBound) to \(range.upperBound)"
            throw outOfRange(number, unit.isEmpty ? bounds : "\(bounds) \(unit)", at: path)
        }
        return whole
    }

    /// The case whose raw value equals this string.
    public func choice<Choice: ChoiceValue>(
        at path: JSONPath, of type: Choice.Type = Choice.self
    ) throws(CardError) -> Choice {
        try choice(at: path, among: Choice.allCases)
    }

    /// The one of `choices` whose raw value this string is.
    public func choice<Choice: RawRepresentable<String>>(
        at path: JSONPath, among choices: some Collection<Choice>
    ) throws(CardError) -> Choice {
        if case .string(let text) = value,
            let match = choices.first(where: { isSameName($0.rawValue, text) })
        {
            return match
        }
        let names = choices.map { $0.rawValue }
        let list = names.map { quoted($0) }.joined(separator: ", ")
        guard case .string(let text) = value else {
            throw wrongType(expected: "one of \(list)", at: path)
        }
        throw CardError(
            .template,
            Diagnostic(
                code: "unknown-choice", "expected one of \(list), found \(quoted(text))",
                at: location, path: path,
                hint: didYouMean(text, among: names)))
    }

    /// The fault that another type was expected.
    public func wrongType(expected: String, at path: JSONPath) -> CardError {
        CardError(
            .template,
            Diagnostic(
                code: "wrong-type", "expected \(expected), found \(kindAndText)", at: location,
                path: path))
    }

    private func outOfRange(
        _ number: JSONNumber, _ bounds: String, at path: JSONPath
    ) -> CardError {
        CardError(
            .template,
            Diagnostic(
                code: "out-of-range", "expected a number from \(bounds), found \(number.text)",
                at: location, path: path))
    }
}

private func written(_ low: Double, _ high: Double, _ unit: String) -> String {
    let bounds = "\(JSONValue.text(of: low)) to \(JSONValue.text(of: high))"
    return unit.isEmpty ? bounds : "\(bounds) \(unit)"
}
