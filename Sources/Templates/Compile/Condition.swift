import BlueHeartDiagnostics
import BlueHeartLanguages

/// A condition on the card's arguments; everything else is decided.
indirect enum Condition: Sendable {
    case always
    case never
    /// A parameter has a value.
    case has(ValueReference)
    /// A choice has this value.
    case equals(ValueReference, String)
    /// A number, or the count of a list, is at least this.
    case atLeast(ValueReference, Int)
    case not(Condition)
    case all([Condition])
    case any([Condition])

    func holds(for arguments: Arguments) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .has(.index): true
        case .has(let reference): arguments[reference] != nil
        case .equals(let reference, let value):
            arguments[reference].map { isSameName($0.raw, value) } ?? false
        case .atLeast(let reference, let count):
            (arguments[reference]?.number ?? 0) >= Double(count)
        case .not(let other): !other.holds(for: arguments)
        case .all(let others): others.allSatisfy { $0.holds(for: arguments) }
        case .any(let others): others.contains { $0.holds(for: arguments) }
        }
    }

    static func fixed(_ holds: Bool) -> Condition { holds ? .always : .never }

    func and(_ other: Condition) -> Condition { Condition.allOf([self, other]) }

    static func allOf(_ conditions: [Condition]) -> Condition {
        if conditions.contains(where: \.isNever) { return .never }
        let open = conditions.filter { !$0.isAlways }
        return open.isEmpty ? .always : open.count == 1 ? open[0] : .all(open)
    }

    static func anyOf(_ conditions: [Condition]) -> Condition {
        if conditions.contains(where: \.isAlways) { return .always }
        let open = conditions.filter { !$0.isNever }
        return open.isEmpty ? .never : open.count == 1 ? open[0] : .any(open)
    }

    static func negated(_ condition: Condition) -> Condition {
        condition.isAlways ? .never : condition.isNever ? .always : .not(condition)
    }

    var isAlways: Bool { if case .always = self { true } else { false } }
    var isNever: Bool { if case .never = self { true } else { false } }
}

/// A condition as a template writes it.
indirect enum TemplateCondition: Sendable {
    case direction(TextDirection)
    /// Tags, of which one must be the card's.
    case language([String])
    /// Names of placements, families already in their place.
    case placement([String])
    case aspect(Bounds)
    case width(Bounds)
    case height(Bounds)
    /// Names of parameters, which must all have a value.
    case has([String])
    case equals([ChoiceValuePair])
    case not(TemplateCondition)
    case any([TemplateCondition])
    case all([TemplateCondition])
}

/// A range from its lower end to below its upper end.
struct Bounds: Sendable {
    var low = -Double.infinity
    var high = Double.infinity

    func contains(_ value: Double) -> Bool { value >= low && value < high }
}

extension Resolver {
    /// Decides everything that the placement and the language decide.
    func decided(_ condition: TemplateCondition) -> Condition {
        switch condition {
        case .direction(let direction): .fixed(direction == language.direction)
        case .language(let tags): .fixed(tags.contains { isSameName($0, language.tag) })
        case .placement(let names):
            .fixed(names.contains { isSameName($0, canvas.placement) })
        case .aspect(let bounds): .fixed(bounds.contains(canvas.width / canvas.height))
        case .width(let bounds): .fixed(bounds.contains(canvas.width))
        case .height(let bounds): .fixed(bounds.contains(canvas.height))
        case .has(let names):
            .allOf(names.map { value($0).map(Condition.has) ?? .never })
        case .equals(let pairs): .allOf(pairs.map(equality))
        case .not(let other): .negated(decided(other))
        case .any(let others): .anyOf(others.map(decided))
        case .all(let parts): .allOf(parts.map(decided))
        }
    }

    private func equality(_ pair: ChoiceValuePair) -> Condition {
        guard let reference = value(pair.name),
            let parameter = scope.parameter(of: reference), parameter.kind == .choice,
            parameter.choices.contains(where: { isSameName($0.value, pair.value) })
        else { return .never }
        return .equals(reference.bound(to: turn), pair.value)
    }

    private func value(_ name: String) -> ValueReference? {
        scope.reference(to: name)?.bound(to: turn)
    }
}
