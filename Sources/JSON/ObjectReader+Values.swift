import BlueHeartDiagnostics

// Each type has three readers: required, with a default, and optional. For a faulty value all three
// record the fault and return a stand-in.

extension ObjectReader {
    public mutating func string(_ name: String) -> String {
        node(name).flatMap { string($0, name) } ?? ""
    }

    public mutating func string(_ name: String, default standard: String) -> String {
        optionalString(name) ?? standard
    }

    public mutating func optionalString(_ name: String) -> String? {
        optionalNode(name).flatMap { string($0, name) }
    }

    private mutating func string(_ node: JSONNode, _ name: String) -> String? {
        if case .string(let text) = node.value { return text }
        noteWrongType(expected: "a string", found: node, at: path(to: name))
        return nil
    }
}

extension ObjectReader {
    public mutating func bool(_ name: String) -> Bool {
        node(name).flatMap { bool($0, name) } ?? false
    }

    public mutating func bool(_ name: String, default standard: Bool) -> Bool {
        optionalBool(name) ?? standard
    }

    public mutating func optionalBool(_ name: String) -> Bool? {
        optionalNode(name).flatMap { bool($0, name) }
    }

    private mutating func bool(_ node: JSONNode, _ name: String) -> Bool? {
        if case .bool(let flag) = node.value { return flag }
        noteWrongType(expected: "true or false", found: node, at: path(to: name))
        return nil
    }
}

extension ObjectReader {
    /// The number of a required field.
    ///
    /// - Parameter unit: for the message only: `px`.
    public mutating func number(
        _ name: String, in range: ClosedRange<Double> = JSONLimits.numbers, unit: String = ""
    ) -> Double {
        node(name).flatMap { number($0, name, range, unit) } ?? range.lowerBound
    }

    public mutating func number(
        _ name: String, in range: ClosedRange<Double> = JSONLimits.numbers, unit: String = "",
        default standard: Double
    ) -> Double {
        optionalNumber(name, in: range, unit: unit) ?? standard
    }

    public mutating func optionalNumber(
        _ name: String, in range: ClosedRange<Double> = JSONLimits.numbers, unit: String = ""
    ) -> Double? {
        optionalNode(name).flatMap { number($0, name, range, unit) }
    }

    private mutating func number(
        _ node: JSONNode, _ name: String, _ range: ClosedRange<Double>, _ unit: String
    ) -> Double? {
        let way = path(to: name)
        return attempt { () throws(CardError) in try node.number(at: way, in: range, unit: unit) }
    }
}

extension ObjectReader {
    public mutating func integer(
        _ name: String, in range: ClosedRange<Int> = -1_000_000...1_000_000, unit: String = ""
    ) -> Int {
        node(name).flatMap { integer($0, name, range, unit) } ?? range.lowerBound
    }

    public mutating func integer(
        _ name: String, in range: ClosedRange<Int> = -1_000_000...1_000_000, unit: String = "",
        default standard: Int
    ) -> Int {
        optionalInteger(name, in: range, unit: unit) ?? standard
    }

    public mutating func optionalInteger(
        _ name: String, in range: ClosedRange<Int> = -1_000_000...1_000_000, unit: String = ""
    ) -> Int? {
        optionalNode(name).flatMap { integer($0, name, range, unit) }
    }

    private mutating func integer(
        _ node: JSONNode, _ name: String, _ range: ClosedRange<Int>, _ unit: String
    ) -> Int? {
        let way = path(to: name)
        return attempt { () throws(CardError) in try node.integer(at: way, in: range, unit: unit) }
    }
}

extension ObjectReader {
    /// One of the raw values of an enum.
    public mutating func choice<Choice: ChoiceValue>(
        _ name: String, of type: Choice.Type = Choice.self
    ) -> Choice? {
        node(name).flatMap { choice($0, name, Choice.allCases) }
    }

    public mutating func choice<Choice: ChoiceValue>(
        _ name: String, of type: Choice.Type = Choice.self, default standard: Choice
    ) -> Choice {
        optionalChoice(name, of: type) ?? standard
    }

    public mutating func optionalChoice<Choice: ChoiceValue>(
        _ name: String, of type: Choice.Type = Choice.self
    ) -> Choice? {
        optionalChoice(name, among: Choice.allCases)
    }

    /// One of the raw values of `choices`.
    public mutating func optionalChoice<Choice: RawRepresentable<String>>(
        _ name: String, among choices: some Collection<Choice>
    ) -> Choice? {
        optionalNode(name).flatMap { choice($0, name, choices) }
    }

    private mutating func choice<Choice: RawRepresentable<String>>(
        _ node: JSONNode, _ name: String, _ choices: some Collection<Choice>
    ) -> Choice? {
        let way = path(to: name)
        return attempt { () throws(CardError) in try node.choice(at: way, among: choices) }
    }
}
