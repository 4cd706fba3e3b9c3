import BlueHeartXML

/// Reads XML into a tree, within the limits' bounds on bytes, elements, depth and attributes.
final class XMLReader: XMLHandler {
    private var tree = XMLTree()
    private var open: [Int] = []
    /// The last element so far inside of each open one.
    private var lastChild: [Int: Int] = [:]
    private var fault: ArtworkError?
    private var byteCount = 0
    private let limits: ArtworkLimits

    static func read(_ bytes: [UInt8], limits: ArtworkLimits) throws(ArtworkError) -> XMLTree {
        let reader = XMLReader(limits: limits)
        do throws(XMLFault) {
            try XMLParser.parse(bytes, into: reader)
        } catch {
            if let fault = reader.fault { throw fault }
            guard case .malformed(let reason, let place) = error else {
                preconditionFailure("stopped without a fault")
            }
            throw .malformed(reason, SourcePlace(place))
        }
        return reader.tree
    }

    private init(limits: ArtworkLimits) { self.limits = limits }

    func declareType() -> XMLProgress { .goOn }

    private func stop(_ error: ArtworkError) -> XMLProgress {
        fault = error
        return .stop
    }

    /// Counts bytes that the tree keeps.
    private func spend(_ count: Int) -> Bool {
        byteCount += count
        guard byteCount <= limits.unpackedBytes else {
            _ = stop(.tooManyBytes(limit: limits.unpackedBytes))
            return false
        }
        return true
    }
}

extension XMLReader {
    func start(
        _ name: String, _ attributes: [XMLParser.Attribute], at place: XMLPlace
    ) -> XMLProgress {
        let place = SourcePlace(place)
        guard tree.elements.count < limits.elements else {
            return stop(.tooManyElements(limit: limits.elements, place))
        }
        guard open.count < limits.depth else { return stop(.tooDeep(limit: limits.depth, place)) }
        guard attributes.count <= limits.attributes else {
            return stop(.tooManyAttributes(limit: limits.attributes, place))
        }
        guard spend(attributes.reduce(0) { $0 + $1.value.utf8.count }) else { return .stop }
        let index = tree.elements.count
        let known = attributes.compactMap { name, value in
            attributeName(name).map { XMLAttribute(name: $0, value: value) }
        }
        let previous = open.last.flatMap { lastChild[$0] }
        tree.elements.append(
            XMLElement(
                name: localName(name, of: Namespace.svg) ?? "", attributes: known,
                parent: open.last, previous: previous,
                ordinal: previous.map { tree.elements[$0].ordinal + 1 } ?? 1, place: place))
        if let parent = open.last {
            tree.elements[parent].children.append(.element(index))
            lastChild[parent] = index
        }
        open.append(index)
        return .goOn
    }

    func finish() -> XMLProgress {
        lastChild[open.removeLast()] = nil
        return .goOn
    }

    func take(_ text: String) -> XMLProgress {
        guard let index = open.last else { return .goOn }
        guard spend(text.utf8.count) else { return .stop }
        if case .text(var whole) = tree.elements[index].children.last {
            // Taken out first, so that the text grows in place.
            tree.elements[index].children.removeLast()
            whole += text
            tree.elements[index].children.append(.text(whole))
        } else {
            tree.elements[index].children.append(.text(text))
        }
        return .goOn
    }

    /// The name of an attribute; nil for namespaces without effect on the picture.
    private func attributeName(_ name: String) -> String? {
        guard name.utf8.contains(UInt8(ascii: " ")) else { return name }
        if let local = localName(name, of: Namespace.xlink) { return "xlink:" + local }
        if let local = localName(name, of: Namespace.xml) { return "xml:" + local }
        return nil
    }

    private func localName(_ name: String, of namespace: String) -> String? {
        guard name.utf8.starts(with: namespace.utf8) else { return nil }
        let rest = name.utf8.dropFirst(namespace.utf8.count)
        guard rest.first == UInt8(ascii: " ") else { return nil }
        return String(rest.dropFirst())
    }
}

private enum Namespace {
    static let svg = "http://www.w3.org/2000/svg"
    static let xlink = "http://www.w3.org/1999/xlink"
    static let xml = "http://www.w3.org/XML/1998/namespace"
}

extension SourcePlace {
    init(_ place: XMLPlace) { self.init(line: place.line, column: place.column) }
}
