import BlueHeartDiagnostics

/// The first fault of an expression, with the index of its scalar, from 0.
struct ExpressionFault: Error {
    var message: String
    var offset: Int
    var hint: String?
    /// Not `bad-expression` where a name is at fault.
    var code = "bad-expression"
}

/// Reads `share / 100 * 360`, the text between braces.
///
/// Grammar: sums of products of signed numbers, names, calls and sums in brackets. A name is
/// letters, digits and `_`, or two of them with a dot between: `item.share`.
struct ExpressionParser {
    /// Looks a name up; throws where it is unknown or no number.
    typealias Lookup = (_ name: String) throws(ExpressionFault) -> ValueReference

    private let text: [Unicode.Scalar]
    private let lookup: Lookup
    private var offset = 0
    private var depth = 0

    /// Scalars of one expression, and brackets inside one another.
    private static let limits = (scalars: 200, depth: 16)

    /// - Throws: the first fault.
    static func read(
        _ text: String, _ lookup: @escaping Lookup
    ) throws(ExpressionFault) -> Expression {
        let scalars = Array(text.unicodeScalars.prefix(limits.scalars + 1))
        guard scalars.count <= limits.scalars else {
            throw ExpressionFault(
                message: "expected an expression of at most \(limits.scalars) characters",
                offset: limits.scalars)
        }
        var parser = ExpressionParser(text: scalars, lookup: lookup)
        let expression = try parser.sum()
        guard parser.next == nil else { throw parser.unexpected("an operator") }
        return expression
    }

    private init(text: [Unicode.Scalar], lookup: @escaping Lookup) {
        self.text = text
        self.lookup = lookup
    }
}

extension ExpressionParser {
    private mutating func sum() throws(ExpressionFault) -> Expression {
        var left = try product()
        while let sign = takeOperator([.plus, .minus]) {
            left = .binary(sign, left, try product())
        }
        return left
    }

    private mutating func product() throws(ExpressionFault) -> Expression {
        var left = try factor()
        while let sign = takeOperator([.times, .divided]) {
            left = .binary(sign, left, try factor())
        }
        return left
    }

    private mutating func factor() throws(ExpressionFault) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.limits.depth else {
            throw ExpressionFault(
                message: "expected at most \(Self.limits.depth) brackets inside one another",
                offset: offset)
        }
        switch next {
        case "-":
            offset += 1
            return .negated(try factor())
        case "(":
            offset += 1
            let inner = try sum()
            try take(")")
            return inner
        case let scalar? where isDigit(scalar): return .number(try number())
        case let scalar? where isNameStart(scalar): return try named()
        default: throw unexpected("a number or a name")
        }
    }

    private mutating func named() throws(ExpressionFault) -> Expression {
        let start = offset
        let name = word()
        guard next == "(" else {
            do throws(ExpressionFault) {
                return .value(try lookup(name))
            } catch {
                var placed = error
                placed.offset = start
                throw placed
            }
        }
        guard let function = Expression.Function(rawValue: name) else {
            let known = Expression.Function.allCases.map(\.rawValue).joined(separator: ", ")
            throw ExpressionFault(
                message: "no function is named \(quoted(name))", offset: start,
                hint: "use one of \(known)")
        }
        return .call(function, try arguments(of: function, at: start))
    }

    private mutating func arguments(
        of function: Expression.Function, at start: Int
    ) throws(ExpressionFault) -> [Expression] {
        offset += 1
        var arguments = [try sum()]
        while next == "," {
            offset += 1
            arguments.append(try sum())
        }
        try take(")")
        guard function.arity.contains(arguments.count) else {
            let (low, high) = (function.arity.lowerBound, function.arity.upperBound)
            throw ExpressionFault(
                message:
                    "\(function.rawValue) takes \(low == high ? "\(low)" : "\(low) to \(high)")"
                    + " numbers, found \(arguments.count)", offset: start)
        }
        return arguments
    }
}

// MARK: - Scalars

extension ExpressionParser {
    /// The scalar that comes next; blanks are passed over.
    private var next: Unicode.Scalar? {
        mutating get {
            while offset < text.count, text[offset] == " " { offset += 1 }
            return offset < text.count ? text[offset] : nil
        }
    }

    private mutating func takeOperator(
        _ allowed: [Expression.Operator]
    ) -> Expression.Operator? {
        guard let scalar = next, let sign = Expression.Operator(rawValue: Character(scalar)),
            allowed.contains(sign)
        else { return nil }
        offset += 1
        return sign
    }

    private mutating func take(_ scalar: Unicode.Scalar) throws(ExpressionFault) {
        guard next == scalar else { throw unexpected("\"\(scalar)\"") }
        offset += 1
    }

    private mutating func number() throws(ExpressionFault) -> Double {
        let start = offset
        while offset < text.count, isDigit(text[offset]) || text[offset] == "." { offset += 1 }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[start..<offset])
        guard let number = plainNumber(String(view)) else {
            throw ExpressionFault(
                message: "expected a number, found \(quoted(String(view)))", offset: start)
        }
        return number
    }

    private mutating func word() -> String {
        let start = offset
        while offset < text.count, isNamePart(text[offset]) { offset += 1 }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[start..<offset])
        return String(view)
    }

    private mutating func unexpected(_ expected: String) -> ExpressionFault {
        let found = next.map { quoted(String($0)) } ?? "the end"
        return ExpressionFault(message: "expected \(expected), found \(found)", offset: offset)
    }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
}

private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || isDigit(scalar) || scalar == "_" || scalar == "."
}
