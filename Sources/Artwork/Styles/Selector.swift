/// A selector of a style rule: simple selectors with the relations between them.
struct Selector: Hashable, Sendable {
    enum Relation: Hashable, Sendable { case descendant, child, nextSibling, laterSibling }

    /// Conditions on one element.
    struct Compound: Hashable, Sendable {
        /// nil for any.
        var type: String?
        var id: String?
        var classes: [String] = []
        var attributes: [AttributeTest] = []
        var position: Position?
        var isRoot = false
    }

    /// Numbers `step * n + start` among the children, for n from 0 on.
    struct Position: Hashable, Sendable {
        var step: Int
        var start: Int

        func includes(_ number: Int) -> Bool {
            let rest = number - start
            return step == 0 ? rest == 0 : rest % step == 0 && rest / step >= 0
        }
    }

    struct AttributeTest: Hashable, Sendable {
        enum Comparison: Hashable, Sendable {
            case isPresent, equals, hasWord, hasPrefixPart, startsWith, endsWith, contains
        }

        var name: String
        var comparison: Comparison
        var value: String
    }

    /// The element that is styled.
    var subject: Compound
    /// The compound selectors from the subject outwards.
    var context: [(relation: Relation, compound: Compound)] = []

    static func == (left: Selector, right: Selector) -> Bool {
        left.subject == right.subject && left.context.count == right.context.count
            && zip(left.context, right.context).allSatisfy { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(subject)
        hasher.combine(context.count)
    }

    /// Ids, then classes and attributes, then types, each in ten bits.
    var specificity: Int {
        let compounds = [subject] + context.map(\.compound)
        return compounds.reduce(0) { $0 + $1.specificity }
    }
}

extension Selector.Compound {
    fileprivate var specificity: Int {
        let middle =
            classes.count + attributes.count + (position == nil ? 0 : 1) + (isRoot ? 1 : 0)
        return (id == nil ? 0 : 1 << 20) + min(middle, 1023) << 10 + (type == nil ? 0 : 1)
    }

    func matches(_ index: Int, in tree: XMLTree, classes own: [[String]]) -> Bool {
        let element = tree.elements[index]
        if let type, element.name != type { return false }
        if let id, element["id"] != id { return false }
        if isRoot, element.parent != nil { return false }
        if let position, !position.includes(element.ordinal) { return false }
        return classes.allSatisfy(own[index].contains)
            && attributes.allSatisfy { $0.matches(element[$0.name]) }
    }
}

extension Selector.AttributeTest {
    func matches(_ found: String?) -> Bool {
        guard let found else { return false }
        switch comparison {
        case .isPresent: return true
        case .equals: return found == value
        case .hasWord: return found.words.contains(value)
        case .hasPrefixPart: return found == value || found.utf8.starts(with: (value + "-").utf8)
        case .startsWith: return !value.isEmpty && found.utf8.starts(with: value.utf8)
        case .endsWith:
            return !value.isEmpty && found.utf8.reversed().starts(with: value.utf8.reversed())
        case .contains: return !value.isEmpty && found.bytesContain(value)
        }
    }
}

extension String {
    func bytesContain(_ part: String) -> Bool {
        let (own, wanted) = (Array(utf8), Array(part.utf8))
        guard wanted.count <= own.count else { return false }
        return (0...own.count - wanted.count).contains { own[$0...].starts(with: wanted) }
    }
}
