import BlueHeartDiagnostics
import BlueHeartJSON

extension ReadContext {
    /// The number of an expression; an expression without names is evaluated immediately.
    ///
    /// - Parameters:
    ///   - text: the text inside the braces.
    ///   - range: refuses a constant result outside it.
    func number(
        _ text: String, of node: JSONNode, at path: JSONPath,
        in range: ClosedRange<Double> = JSONLimits.numbers, unit: String = ""
    ) throws(CardError) -> NumberValue {
        let expression = try expression(text, of: node, at: path)
        guard expression.references.isEmpty else { return .computed(expression) }
        let result: Double
        do throws(EvaluationFault) {
            result = try expression.evaluated { _ throws(EvaluationFault) in 0 }
        } catch { throw divisionByZero(of: node.location, at: path) }
        guard range.contains(result) else {
            throw CardError(
                .template, outOfRange(result, range, unit, at: node.location, path: path))
        }
        return .fixed(result)
    }

    private func expression(
        _ text: String, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> Expression {
        do throws(ExpressionFault) {
            return try ExpressionParser.read(text) { name throws(ExpressionFault) in
                try messages.number(named: name)
            }
        } catch {
            let place =
                error.code == "bad-expression"
                ? " (at character \(error.offset + 1) of the expression)" : ""
            throw fault(
                error.code, error.message + place, of: node, at: path,
                hint: error.hint ?? "write names of number parameters, numbers and + - * / ( )")
        }
    }
}

extension MessageScope {
    /// The number of a name in an expression.
    fileprivate func number(named name: String) throws(ExpressionFault) -> ValueReference {
        guard let reference = reference(to: name) else {
            let near = nearestName(to: name, in: numberNames).map { "did you mean \(quoted($0))?" }
            throw ExpressionFault(
                message: "no number is named \(quoted(name))", offset: 0,
                hint: near ?? "add a parameter \(quoted(name)) of type number",
                code: "unknown-parameter")
        }
        if let parameter = parameter(of: reference), parameter.kind != .number {
            throw ExpressionFault(
                message: "expected a parameter of type number, and \(quoted(name)) is a "
                    + parameter.kind.rawValue, offset: 0, hint: nil, code: "wrong-parameter-type")
        }
        return reference
    }
}

/// The fault that an expression divides by zero.
func divisionByZero(of location: SourceLocation, at path: JSONPath) -> CardError {
    CardError(
        .template,
        Diagnostic(
            code: "division-by-zero", "the expression divides by zero", at: location, path: path,
            hint: "give the divisor a minimum above 0, or leave the node out \"when\" it is 0"))
}

/// The fault that a number is not in its range.
func outOfRange(
    _ number: Double, _ range: ClosedRange<Double>, _ unit: String, at location: SourceLocation,
    path: JSONPath
) -> Diagnostic {
    let bounds = "\(shortNumber(range.lowerBound)) to \(shortNumber(range.upperBound))"
    let shown = shortNumber((number * 1000).rounded() / 1000)
    return Diagnostic(
        code: "out-of-range",
        "expected a number from \(bounds)\(unit.isEmpty ? "" : " \(unit)"), found \(shown)",
        at: location, path: path)
}
