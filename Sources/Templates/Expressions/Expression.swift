/// Arithmetic over parameters in numbers, as a template writes it in braces: `{share / 100 * 360}`.
///
/// Every name in it is a number that the template knows; the values come with each card.
indirect enum Expression: Sendable {
    case number(Double)
    case value(ValueReference)
    case negated(Expression)
    case binary(Operator, Expression, Expression)
    case call(Function, [Expression])

    enum Operator: Character, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
    }

    /// Functions by the name under which expressions call them.
    enum Function: String, CaseIterable, Sendable {
        case min, max, round

        /// Numbers of arguments it takes.
        var arity: ClosedRange<Int> { self == .round ? 1...1 : 2...8 }
    }
}

/// The reason why an expression has no value on a card.
enum EvaluationFault: Error {
    case missing(ValueReference)
    case divisionByZero
}

extension Expression {
    /// The value where `number` gives those of names.
    ///
    /// - Throws: a name without a value, or a division by zero.
    func evaluated(
        _ number: (ValueReference) throws(EvaluationFault) -> Double
    ) throws(EvaluationFault) -> Double {
        switch self {
        case .number(let value): return value
        case .value(let reference): return try number(reference)
        case .negated(let inner): return -(try inner.evaluated(number))
        case .binary(let sign, let left, let right):
            return try sign.applied(try left.evaluated(number), try right.evaluated(number))
        case .call(let function, let arguments):
            var values: [Double] = []
            for argument in arguments { values.append(try argument.evaluated(number)) }
            return function.applied(values)
        }
    }

    /// Every name in it, in the order of the text, repeated as they are.
    var references: [ValueReference] {
        switch self {
        case .number: []
        case .value(let reference): [reference]
        case .negated(let inner): inner.references
        case .binary(_, let left, let right): left.references + right.references
        case .call(_, let arguments): arguments.flatMap(\.references)
        }
    }
}

extension Expression.Operator {
    fileprivate func applied(
        _ left: Double, _ right: Double
    ) throws(EvaluationFault) -> Double {
        switch self {
        case .plus: return left + right
        case .minus: return left - right
        case .times: return left * right
        case .divided:
            guard right != 0 else { throw .divisionByZero }
            return left / right
        }
    }
}

extension Expression.Function {
    /// - Parameter values: as many as `arity` allows, at least one.
    fileprivate func applied(_ values: [Double]) -> Double {
        switch self {
        case .min: values.min() ?? 0
        case .max: values.max() ?? 0
        case .round: values[0].rounded()
        }
    }
}

/// A value that a template names.
enum ValueReference: Hashable, Sendable {
    /// A parameter of the template, by its index.
    case parameter(Int)
    /// The item of the list that a repeat goes over; `field` is nil where items are plain values.
    case item(field: Int?)
    /// The turn of the innermost repeat, from 1.
    case index
    /// An item of a list parameter in one turn; `turn` counts from 0.
    case element(list: Int, turn: Int, field: Int?)
}
