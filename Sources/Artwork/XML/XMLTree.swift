/// The elements of a document in the order in which they open; the root is the first.
struct XMLTree: Sendable {
    var elements: [XMLElement] = []
}

/// An element with its place in the document.
struct XMLElement: Sendable {
    enum Child: Sendable {
        /// Index in `XMLTree.elements`.
        case element(Int)
        case text(String)
    }

    /// Local name in the namespace of SVG; empty for an element of another namespace.
    var name: String
    /// The attributes in document order; names are local, but `xlink:href`, `xml:space` and
    /// `xml:lang` keep their prefix.
    var attributes: [XMLAttribute]
    var children: [Child] = []
    /// The parent element; nil for the root.
    var parent: Int?
    /// The element before it in the same parent.
    var previous: Int?
    /// Number among the elements of the same parent, from 1.
    var ordinal: Int
    var place: SourcePlace

    subscript(name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }
}

struct XMLAttribute: Sendable {
    var name: String
    var value: String
}

/// A place in the text of a document; both count from 1.
public struct SourcePlace: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension XMLTree {
    /// The indices of the elements inside an element.
    func elements(in index: Int) -> [Int] {
        elements[index].children.compactMap {
            guard case .element(let child) = $0 else { return nil }
            return child
        }
    }

    /// The text directly inside an element.
    func text(in index: Int) -> String {
        elements[index].children.reduce(into: "") { text, child in
            if case .text(let part) = child { text += part }
        }
    }
}
