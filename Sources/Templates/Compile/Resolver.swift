import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartPlacements

/// Everything that values of a template are resolved against: the card's canvas, its language, the
/// kit as variants leave it, and the card's arguments once they are known.
struct Resolver: Sendable {
    var kit: Kit
    /// Parameters in the order of the template.
    var parameters: [Parameter]
    var styles: StyleTable
    var canvas: Canvas
    var language: Language
    /// Nil while a template is checked, which has no language.
    var words: WordList?
    /// Nil while a template is compiled; computed values are not resolved then.
    var arguments: Arguments?
    /// The direction in which the parent lays out.
    var direction: TextDirection
    /// True if something around the node is drawn flipped.
    var isFlipped = false
    /// The turn of the repeats around the node; nil outside of them.
    var turn: RepeatTurn?

    /// Resolves everything as one card could be, to find faults.
    static func checking(_ kit: Kit, _ parameters: [Parameter], _ styles: StyleTable) -> Resolver {
        Resolver(
            kit: kit, parameters: parameters, styles: styles, canvas: .standIn,
            language: Language(tag: "en", direction: .leftToRight),
            arguments: .standIns(for: parameters, in: kit), direction: .leftToRight)
    }

    /// The same for what lies inside a node.
    func inside(_ mirroring: Mirroring) -> Resolver {
        guard mirroring != .auto else { return self }
        var inner = self
        inner.direction = .leftToRight
        inner.isFlipped = isFlipped || mirroring == .always
        return inner
    }
}

/// Mirroring of a drawing in right-to-left languages.
enum Mirroring: String, CaseIterable, Sendable {
    case auto, always, never
}

// MARK: - Numbers and sentences

extension Resolver {
    /// A number within its range.
    ///
    /// - Throws: a value that is missing, a division by zero, a result out of the range.
    func number(
        _ value: NumberValue, in range: ClosedRange<Double>, unit: String = "", at written: Written
    ) throws(CardError) -> Double {
        guard case .computed(let expression) = value else {
            guard case .fixed(let number) = value else { return range.lowerBound }
            return number
        }
        let result = try evaluated(expression, at: written)
        if range.contains(result) { return result }
        guard arguments?.areStandIns != true else { return range.clamped(result) }
        throw CardError(
            .data,
            outOfRange(result, range, unit, at: written.location, path: written.path).naming(
                expression, in: parameters))
    }

    private func evaluated(
        _ expression: Expression, at written: Written
    ) throws(CardError) -> Double {
        do throws(EvaluationFault) {
            let result = try expression.evaluated { reference throws(EvaluationFault) in
                try number(of: reference)
            }
            return result.isNaN ? .infinity : result
        } catch {
            if arguments?.areStandIns == true { return 0 }
            switch error {
            case .divisionByZero:
                throw CardError(
                    .data, divisionByZero(of: written.location, at: written.path).diagnostics)
            case .missing(let reference):
                throw missingValue(reference, at: written.location, path: written.path)
            }
        }
    }

    private func number(of reference: ValueReference) throws(EvaluationFault) -> Double {
        if case .index = reference { return Double(turn?.index ?? 1) }
        guard let arguments else {
            preconditionFailure("a computed value was resolved before its arguments were known")
        }
        guard let number = arguments[reference.bound(to: turn)]?.number else {
            throw .missing(reference.bound(to: turn))
        }
        return number
    }

    /// The fault that no value was given where the template needs one.
    func missingValue(
        _ reference: ValueReference, at location: SourceLocation, path: JSONPath
    ) -> CardError {
        let name = self.name(of: reference)
        return CardError(
            .data,
            Diagnostic(
                code: "missing-parameter",
                "the parameter \(quoted(name)) has no value, and is shown here",
                at: location, path: path,
                hint: "fill it in, give it a default, or show this only \"when\": "
                    + "{ \"has\": \(quoted(name)) }"))
    }

    /// The name under which a caller gives a value: `name`, `people.3.photo`.
    private func name(of reference: ValueReference) -> String {
        switch reference {
        case .parameter(let index): parameters[index].name
        case .element(let list, let turn, let field):
            parameters[list].name(ofItem: turn + 1, field: field)
        case .index: "index"
        case .item: "item"
        }
    }

    /// The names that sentences may use here.
    var scope: MessageScope {
        MessageScope(parameters: parameters, values: kit.sentenceValues, loop: turn?.loop)
    }

    /// A sentence with its names looked up, in the words of the card's language.
    func message(_ sentence: Sentence) throws(CardError) -> BoundMessage {
        switch sentence.source {
        case .literal:
            guard let message = sentence.message else { return BoundMessage() }
            return try scope.bind(message, at: sentence.location, path: sentence.path)
                .bound(to: turn)
        case .key(let key):
            guard let words else { return BoundMessage("…") }
            guard let found = words[key] else {
                throw CardError(
                    .template,
                    missingWordFault(key, words, at: sentence.location, path: sentence.path))
            }
            return try scope.bind(found.message, at: found.location, path: found.path)
                .bound(to: turn)
        }
    }
}

extension Diagnostic {
    /// The same fault, with the parameters whose values led to it.
    fileprivate func naming(_ expression: Expression, in parameters: [Parameter]) -> Diagnostic {
        var named = self
        var names: [String] = []
        for case .parameter(let index) in expression.references {
            if !names.contains(parameters[index].name) { names.append(parameters[index].name) }
        }
        guard !names.isEmpty else { return self }
        named.hint =
            "change \(names.map { quoted($0) }.joined(separator: " or ")), "
            + "or limit it by minimum and maximum"
        return named
    }
}
