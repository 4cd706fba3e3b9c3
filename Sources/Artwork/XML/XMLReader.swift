import CBlueHeartExpat

/// Reads XML into a tree through libexpat, in one pass.
///
/// External entities and external DTD parts are never opened; entities of the document itself
/// are replaced, within libexpat's own bound on amplification and the limits' on bytes.
@safe final class XMLReader {
    private var tree = XMLTree()
    private var open: [Int] = []
    /// The last element so far inside of each open one.
    private var lastChild: [Int: Int] = [:]
    private var fault: ArtworkError?
    private var byteCount = 0
    private let limits: ArtworkLimits
    private let parser: XML_Parser

    static func read(_ bytes: [UInt8], limits: ArtworkLimits) throws(ArtworkError) -> XMLTree {
        try XMLReader(limits: limits).read(bytes)
    }

    private init(limits: ArtworkLimits) {
        self.limits = limits
        guard let parser = unsafe XML_ParserCreateNS(nil, XML_Char(UInt8(ascii: " "))) else {
            preconditionFailure("out of memory")
        }
        unsafe self.parser = parser
    }

    deinit { unsafe XML_ParserFree(parser) }

    private func read(_ bytes: [UInt8]) throws(ArtworkError) -> XMLTree {
        // SAFETY: `self` lives until this method returns, and the parser calls back only from it.
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        // The seed only salts the parser's own tables.
        unsafe XML_SetHashSalt(parser, 0x5EED_B10E)
        setHandlers()
        let status = unsafe bytes.withUnsafeBytes { buffer in
            // SAFETY: the parser reads `count` bytes during the call.
            unsafe XML_Parse(
                parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(buffer.count), 1)
        }
        if let fault { throw fault }
        guard status == XML_STATUS_OK else { throw malformed() }
        return tree
    }

    private func malformed() -> ArtworkError {
        let code = unsafe XML_GetErrorCode(parser)
        let text = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) }
        return .malformed(text ?? "unreadable XML", place)
    }

    private func setHandlers() {
        unsafe XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let reader = unsafe XMLReader.of(data), let name = unsafe name,
                    let attributes = unsafe attributes
                else { return }
                unsafe reader.openElement(name, attributes)
            }, { data, _ in unsafe XMLReader.of(data)?.closeElement() })
        unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let reader = unsafe XMLReader.of(data), let text = unsafe text else { return }
            let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
            unsafe reader.take(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
        // SAFETY: the pointer is that of the reader whose `read` is running.
        unsafe data.map { unsafe Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private var place: SourcePlace {
        SourcePlace(
            line: unsafe Int(XML_GetCurrentLineNumber(parser)),
            column: unsafe Int(XML_GetCurrentColumnNumber(parser)) + 1)
    }

    private func stop(_ error: ArtworkError) {
        fault = fault ?? error
        unsafe XML_StopParser(parser, 0)
    }

    /// Counts bytes that the tree keeps.
    private func spend(_ count: Int) -> Bool {
        byteCount += count
        guard byteCount <= limits.unpackedBytes else {
            stop(.tooManyBytes(limit: limits.unpackedBytes))
            return false
        }
        return true
    }
}

extension XMLReader {
    private func openElement(
        _ name: UnsafePointer<XML_Char>,
        _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
    ) {
        guard fault == nil else { return }
        guard tree.elements.count < limits.elements else {
            return stop(.tooManyElements(limit: limits.elements, place))
        }
        guard open.count < limits.depth else { return stop(.tooDeep(limit: limits.depth, place)) }
        let index = tree.elements.count
        let local = localName(unsafe String(cString: name), of: Namespace.svg) ?? ""
        guard let attributes = unsafe read(attributes) else { return }
        let previous = open.last.flatMap { lastChild[$0] }
        tree.elements.append(
            XMLElement(
                name: local, attributes: attributes, parent: open.last, previous: previous,
                ordinal: previous.map { tree.elements[$0].ordinal + 1 } ?? 1, place: place))
        if let parent = open.last {
            tree.elements[parent].children.append(.element(index))
            lastChild[parent] = index
        }
        open.append(index)
    }

    private func closeElement() {
        guard fault == nil else { return }
        lastChild[open.removeLast()] = nil
    }

    private func take(_ text: String) {
        guard fault == nil, let index = open.last, spend(text.utf8.count) else { return }
        if case .text(var whole) = tree.elements[index].children.last {
            // Taken out first, so that the text grows in place.
            tree.elements[index].children.removeLast()
            whole += text
            tree.elements[index].children.append(.text(whole))
        } else {
            tree.elements[index].children.append(.text(text))
        }
    }

    /// The attributes, or nil if there are too many.
    private func read(
        _ pointers: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
    ) -> [XMLAttribute]? {
        var result: [XMLAttribute] = []
        var index = 0
        // SAFETY: the parser hands over pairs of texts that end with a null pointer.
        while let name = unsafe pointers[index], let value = unsafe pointers[index + 1] {
            index += 2
            guard index / 2 <= limits.attributes else {
                stop(.tooManyAttributes(limit: limits.attributes, place))
                return nil
            }
            let text = unsafe String(cString: value)
            guard spend(text.utf8.count) else { return nil }
            if let known = attributeName(unsafe String(cString: name)) {
                result.append(XMLAttribute(name: known, value: text))
            }
        }
        return result
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
