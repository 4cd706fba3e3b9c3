/// The turn of the repeats around a node.
struct RepeatTurn: Sendable {
    /// Index from 1.
    var index: Int
    /// `index` in the digits of the card's language.
    var indexText: String
    /// The sentence of this turn, where the repeat goes over sentences.
    var item: BoundMessage?
    /// The list parameter that the repeat goes over.
    var list: Int?

    var loop: ReadContext.Loop {
        if let list { .list(list) } else if item != nil { .sentences } else { .counted }
    }
}

extension ValueReference {
    /// The value of a name in an item, in one turn.
    func bound(to turn: RepeatTurn?) -> ValueReference {
        guard let turn, case .item(let field) = self, let list = turn.list else { return self }
        return .element(list: list, turn: turn.index - 1, field: field)
    }
}

extension BoundMessage {
    /// The message with the turn's number, sentence and items in place of their names.
    func bound(to turn: RepeatTurn?) -> BoundMessage {
        guard let turn, dependsOnTurn else { return self }
        var bound = BoundMessage()
        for part in parts {
            switch part {
            case .text, .pluralNumber: bound.append(part)
            case .item: bound.append(turn.item ?? BoundMessage())
            case .value(.index): bound.append(.text(turn.indexText))
            case .value(let reference): bound.append(.value(reference.bound(to: turn)))
            case .marked(let mark, let message):
                bound.append(.marked(mark, message.bound(to: turn)))
            case .select(let reference, let cases):
                bound.append(
                    .select(
                        reference.bound(to: turn),
                        cases.map { ($0.value, $0.message.bound(to: turn)) }))
            case .plural(let quantity, let offset, let exact, let forms):
                bound.append(
                    .plural(
                        quantity.bound(to: turn), offset: offset,
                        exact: exact.map { ($0.0, $0.1.bound(to: turn)) },
                        forms: forms.map { form in
                            Form(category: form.category, message: form.message.bound(to: turn))
                        }))
            }
        }
        return bound
    }

    private var dependsOnTurn: Bool {
        parts.contains { part in
            switch part {
            case .text, .pluralNumber: false
            case .item: true
            case .value(let reference): reference.dependsOnTurn
            case .marked(_, let message): message.dependsOnTurn
            // Seldom inside a repeat, so it is not looked through.
            case .select, .plural: true
            }
        }
    }
}

extension ValueReference {
    /// True for names that mean something else in each turn of a repeat.
    var dependsOnTurn: Bool {
        switch self {
        case .item, .index: true
        case .parameter, .element: false
        }
    }
}

extension BoundMessage.Quantity {
    fileprivate func bound(to turn: RepeatTurn) -> BoundMessage.Quantity {
        switch self {
        case .value(.index): .fixed(Double(turn.index))
        case .value(let reference): .value(reference.bound(to: turn))
        case .fixed: self
        }
    }
}
