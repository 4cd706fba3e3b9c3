extension Selector {
    /// Simple selectors of one selector at most.
    private static let longest = 64

    /// nil for what is not known here, such as pseudo-classes of pointing devices.
    init?(_ text: String) {
        var cursor = TextCursor(text)
        guard let first = cursor.compound() else { return nil }
        var parts = [(Relation.descendant, first)]
        while !cursor.isAtEnd {
            guard let relation = cursor.relation(), let compound = cursor.compound(),
                parts.count < Self.longest
            else { return nil }
            parts.append((relation, compound))
        }
        subject = parts[parts.count - 1].1
        // The relation stands with the compound on its right.
        context = zip(parts.dropFirst(), parts).map { (relation: $0.0, compound: $1.1) }.reversed()
    }
}

extension TextCursor {
    fileprivate mutating func relation() -> Selector.Relation? {
        skipBlanks()
        var relation = Selector.Relation.descendant
        if accept(UInt8(ascii: ">")) {
            relation = .child
        } else if accept(UInt8(ascii: "+")) {
            relation = .nextSibling
        } else if accept(UInt8(ascii: "~")) {
            relation = .laterSibling
        }
        skipBlanks()
        return isAtEnd ? nil : relation
    }

    fileprivate mutating func compound() -> Selector.Compound? {
        var result = Selector.Compound()
        var isEmpty = true
        if accept(UInt8(ascii: "*")) {
            isEmpty = false
        } else if let byte = next, byte.isNamePart {
            result.type = name()
            isEmpty = false
        }
        if accept(UInt8(ascii: "|")) {
            // A prefix of a namespace; all elements here are of one.
            result.type = accept(UInt8(ascii: "*")) ? nil : name()
        }
        while let byte = next {
            switch byte {
            case UInt8(ascii: "."):
                offset += 1
                result.classes.append(name())
            case UInt8(ascii: "#"):
                offset += 1
                result.id = name()
            case UInt8(ascii: "["):
                offset += 1
                guard let test = attributeTest() else { return nil }
                result.attributes.append(test)
            case UInt8(ascii: ":"):
                offset += 1
                guard takePseudoClass(&result) else { return nil }
            default: return isEmpty ? nil : result
            }
            isEmpty = false
        }
        return isEmpty ? nil : result
    }

    private mutating func takePseudoClass(_ result: inout Selector.Compound) -> Bool {
        switch name().asciiLowercased {
        case "first-child": result.position = .init(step: 0, start: 1)
        case "nth-child":
            guard accept(UInt8(ascii: "(")), let position = position() else { return false }
            result.position = position
        case "root": result.isRoot = true
        default: return false
        }
        return true
    }

    /// The argument of `nth-child()`, with its bracket.
    private mutating func position() -> Selector.Position? {
        let text = take { $0 != UInt8(ascii: ")") }.trimmed.asciiLowercased
        guard accept(UInt8(ascii: ")")) else { return nil }
        if text == "odd" { return .init(step: 2, start: 1) }
        if text == "even" { return .init(step: 2, start: 0) }
        let parts = text.split(separator: "n", omittingEmptySubsequences: false)
            .map { String($0.filter { $0 != " " && $0 != "+" }) }
        guard parts.count == 2 else {
            return Int(parts[0]).map { .init(step: 0, start: $0) }
        }
        let step = parts[0].isEmpty ? 1 : parts[0] == "-" ? -1 : Int(parts[0])
        let start = parts[1].isEmpty ? 0 : Int(parts[1])
        guard let step, let start else { return nil }
        return .init(step: step, start: start)
    }

    private mutating func attributeTest() -> Selector.AttributeTest? {
        skipBlanks()
        var attribute = name()
        if accept(UInt8(ascii: "|")) { attribute = name() }
        if attribute == "href" { attribute = "xlink:href" }
        skipBlanks()
        if accept(UInt8(ascii: "]")) {
            return .init(name: attribute, comparison: .isPresent, value: "")
        }
        guard let comparison = comparison() else { return nil }
        skipBlanks()
        let value: String
        if let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            offset += 1
            value = take { $0 != quote }
            offset += 1
        } else {
            value = take { !$0.isBlank && $0 != UInt8(ascii: "]") }
        }
        skipBlanks()
        guard accept(UInt8(ascii: "]")) else { return nil }
        return .init(name: attribute, comparison: comparison, value: value)
    }

    private mutating func comparison() -> Selector.AttributeTest.Comparison? {
        if accept(UInt8(ascii: "=")) { return .equals }
        let sign = next
        offset += 1
        guard accept(UInt8(ascii: "=")) else { return nil }
        switch sign {
        case UInt8(ascii: "~"): return .hasWord
        case UInt8(ascii: "|"): return .hasPrefixPart
        case UInt8(ascii: "^"): return .startsWith
        case UInt8(ascii: "$"): return .endsWith
        case UInt8(ascii: "*"): return .contains
        default: return nil
        }
    }
}
