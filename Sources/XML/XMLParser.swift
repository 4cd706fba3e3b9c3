import CBlueHeartExpat

/// Receives the parts of a document in their order.
public protocol XMLHandler: AnyObject {
    /// A declaration of a document type, before the root.
    func declareType() -> XMLProgress
    /// - Parameters:
    ///   - name: the namespace, a blank and the local name; the local name alone without a namespace.
    ///   - attributes: in document order, with names like that.
    func start(_ name: String, _ attributes: [XMLParser.Attribute], at place: XMLPlace)
        -> XMLProgress
    func finish() -> XMLProgress
    /// A part of a text; one text can come in several.
    func take(_ text: String) -> XMLProgress
}

/// An answer of a handler.
public enum XMLProgress: Hashable, Sendable { case goOn, stop }

/// A place in a document; both count from 1.
public struct XMLPlace: Hashable, Sendable {
    public var line: Int
    public var column: Int
}

/// Reason why a document was not read to its end.
public enum XMLFault: Error, Hashable, Sendable {
    /// The handler asked for it.
    case stopped
    /// The document breaks a rule of XML; the text names it.
    case malformed(String, XMLPlace)
}

/// Parses XML through libexpat, in one pass.
///
/// External entities and external DTD parts are never opened; entities of the document itself are
/// replaced, within libexpat's own bound on amplification.
@safe public final class XMLParser {
    public typealias Attribute = (name: String, value: String)

    private let handler: any XMLHandler
    private let parser: XML_Parser
    private var isStopped = false

    /// Parses a whole document.
    public static func parse(
        _ bytes: [UInt8], into handler: any XMLHandler
    ) throws(XMLFault) {
        try XMLParser(handler).parse(bytes)
    }

    private init(_ handler: any XMLHandler) {
        self.handler = handler
        guard let parser = unsafe XML_ParserCreateNS(nil, XML_Char(UInt8(ascii: " "))) else {
            preconditionFailure("out of memory")
        }
        unsafe self.parser = parser
    }

    deinit { unsafe XML_ParserFree(parser) }

    private func parse(_ bytes: [UInt8]) throws(XMLFault) {
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
        if isStopped { throw .stopped }
        guard status == XML_STATUS_OK else { throw malformed() }
    }

    private func malformed() -> XMLFault {
        let code = unsafe XML_GetErrorCode(parser)
        let text = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) }
        return .malformed(text ?? "unreadable XML", place)
    }

    private func setHandlers() {
        unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            guard let parser = unsafe XMLParser.of(data) else { return }
            parser.obey { parser.handler.declareType() }
        }
        unsafe XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let parser = unsafe XMLParser.of(data), let name = unsafe name,
                    let attributes = unsafe attributes
                else { return }
                let opened = unsafe String(cString: name)
                let all = unsafe parser.read(attributes)
                parser.obey { parser.handler.start(opened, all, at: parser.place) }
            },
            { data, _ in
                guard let parser = unsafe XMLParser.of(data) else { return }
                parser.obey { parser.handler.finish() }
            })
        unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let parser = unsafe XMLParser.of(data), let text = unsafe text else { return }
            let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
            let whole = unsafe String(decoding: bytes, as: UTF8.self)
            parser.obey { parser.handler.take(whole) }
        }
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLParser? {
        // SAFETY: the pointer is that of the parser whose `parse` is running.
        unsafe data.map { unsafe Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private var place: XMLPlace {
        XMLPlace(
            line: unsafe Int(XML_GetCurrentLineNumber(parser)),
            column: unsafe Int(XML_GetCurrentColumnNumber(parser)) + 1)
    }

    /// Passes a part to the handler; after a stop the parser still delivers what it has read.
    private func obey(_ part: () -> XMLProgress) {
        guard !isStopped, part() == .stop else { return }
        isStopped = true
        unsafe XML_StopParser(parser, 0)
    }

    private func read(
        _ pointers: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
    ) -> [Attribute] {
        var result: [Attribute] = []
        var index = 0
        // SAFETY: the parser hands over pairs of texts that end with a null pointer.
        while let name = unsafe pointers[index], let value = unsafe pointers[index + 1] {
            index += 2
            result.append(unsafe (String(cString: name), String(cString: value)))
        }
        return result
    }
}
