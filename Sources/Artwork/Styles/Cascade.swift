/// The declared value of each property of each element, before inheritance.
struct Cascade: Sendable {
    /// Values of each element by its index, from presentation attributes, style sheets and `style`
    /// attributes.
    private(set) var values: [[String: String]]
    /// Comparisons of a selector with an element that are still allowed.
    private var budget = 20_000_000

    init(_ tree: XMLTree, _ sheet: StyleSheet) throws(ArtworkError) {
        values = tree.elements.map(Self.presentation)
        let classes = tree.elements.map { $0["class"]?.words ?? [] }
        let index = RuleIndex(sheet)
        for element in tree.elements.indices where !tree.elements[element].name.isEmpty {
            var found: [Weighted] = []
            for rule in index.candidates(tree.elements[element], classes: classes[element]) {
                let selector = sheet.rules[rule].selector
                guard try matches(selector, element, tree, classes) else { continue }
                found.append(
                    Weighted(weight: selector.specificity, order: rule, sheet.rules[rule].block))
            }
            found.sort { ($0.weight, $0.order) < ($1.weight, $1.order) }
            apply(found.map { sheet.blocks[$0.block] }, to: element, tree)
        }
    }

    private struct Weighted {
        var weight: Int
        var order: Int
        var block: Int

        init(weight: Int, order: Int, _ block: Int) {
            (self.weight, self.order, self.block) = (weight, order, block)
        }
    }

    private mutating func apply(_ blocks: [[Declaration]], to element: Int, _ tree: XMLTree) {
        let own = tree.elements[element]["style"].map(declarations) ?? []
        let all = blocks + [own]
        for block in all {
            for declaration in block where !declaration.isImportant { set(declaration, element) }
        }
        for block in all {
            for declaration in block where declaration.isImportant { set(declaration, element) }
        }
    }

    private mutating func set(_ declaration: Declaration, _ element: Int) {
        let (property, value) = (declaration.property, declaration.value)
        if property == "marker" {
            for end in ["marker-start", "marker-mid", "marker-end"] { values[element][end] = value }
        } else {
            values[element][property] = value
        }
    }

    /// The attributes that stand for properties.
    private static func presentation(_ element: XMLElement) -> [String: String] {
        var result: [String: String] = [:]
        for attribute in element.attributes where Property.attributes.contains(attribute.name) {
            result[attribute.name] = attribute.value
        }
        return result
    }
}

extension Cascade {
    /// True if an element fits a selector; all ways outwards from it are tried, within the budget.
    private mutating func matches(
        _ selector: Selector, _ element: Int, _ tree: XMLTree, _ classes: [[String]]
    ) throws(ArtworkError) -> Bool {
        try spend(tree.elements[element].place)
        guard selector.subject.matches(element, in: tree, classes: classes) else { return false }
        // Each entry: an element that fits, and how many parts of the context are done.
        var open = [(element, 0)]
        while let (place, done) = open.popLast() {
            guard done < selector.context.count else { return true }
            let (relation, compound) = selector.context[done]
            for candidate in tree.related(relation, to: place) {
                try spend(tree.elements[element].place)
                if compound.matches(candidate, in: tree, classes: classes) {
                    open.append((candidate, done + 1))
                }
            }
        }
        return false
    }

    private mutating func spend(_ place: SourcePlace) throws(ArtworkError) {
        budget -= 1
        guard budget > 0 else { throw .tooCostly(place) }
    }
}

extension XMLTree {
    fileprivate func related(_ relation: Selector.Relation, to index: Int) -> [Int] {
        var result: [Int] = []
        switch relation {
        case .child: return elements[index].parent.map { [$0] } ?? []
        case .nextSibling: return elements[index].previous.map { [$0] } ?? []
        case .descendant:
            var ancestor = elements[index].parent
            while let found = ancestor {
                result.append(found)
                ancestor = elements[found].parent
            }
        case .laterSibling:
            var sibling = elements[index].previous
            while let found = sibling {
                result.append(found)
                sibling = elements[found].previous
            }
        }
        // The last is tried first: the nearest.
        return result.reversed()
    }
}

/// Rules by what their subject asks for, so that an element meets few of them.
private struct RuleIndex {
    private var byID: [String: [Int]] = [:]
    private var byClass: [String: [Int]] = [:]
    private var byType: [String: [Int]] = [:]
    private var others: [Int] = []

    init(_ sheet: StyleSheet) {
        for (index, rule) in sheet.rules.enumerated() {
            let subject = rule.selector.subject
            if let id = subject.id {
                byID[id, default: []].append(index)
            } else if let name = subject.classes.first {
                byClass[name, default: []].append(index)
            } else if let type = subject.type {
                byType[type, default: []].append(index)
            } else {
                others.append(index)
            }
        }
    }

    func candidates(_ element: XMLElement, classes: [String]) -> [Int] {
        var result = others + (byType[element.name] ?? [])
        if let id = element["id"] { result += byID[id] ?? [] }
        for name in Set(classes) { result += byClass[name] ?? [] }
        return result
    }
}
