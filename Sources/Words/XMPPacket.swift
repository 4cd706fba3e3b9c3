public import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartScenes

extension CardMetadata {
    /// The metadata as an XMP packet: uncompressed UTF-8 in element form, always with the same
    /// bytes.
    ///
    /// Language alternatives have `x-default` first, and again under the card's language.
    ///
    /// - Throws: `control-character` of kind `data` for a character that XML does not allow.
    /// - Source: IPTC Photo Metadata Standard 2025.1 (Alt Text, Extended Description); Adobe XMP
    ///   part 1 (packet, language alternatives).
    public func xmpPacket() throws(CardError) -> [UInt8] {
        var packet = XMPWriter(language: language.tag)
        packet.add(packetStart)
        try packet.alternative("Iptc4xmpCore:AltTextAccessibility", words.alt, field: "alt")
        try packet.alternative(
            "Iptc4xmpCore:ExtDescrAccessibility", words.longAlt ?? "", field: "longAlt")
        try packet.alternative("dc:title", words.title, field: "title")
        try packet.alternative("dc:description", words.caption.text, field: "caption")
        try packet.alternative("dc:rights", rights, field: "rights")
        try packet.list("dc:language", language.tag, field: "language")
        try packet.alternative("xmpRights:UsageTerms", words.usageTerms, field: "usageTerms")
        try packet.simple("photoshop:Credit", credit, field: "credit")
        packet.add(packetEnd)
        return packet.bytes
    }
}

private let packetStart = """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
     <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
        xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
        xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">

    """

private let packetEnd = """
      </rdf:Description>
     </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>
    """

/// Writes properties; blank ones are left out.
private struct XMPWriter {
    let language: String
    private(set) var bytes: [UInt8] = []

    init(language: String) { self.language = language }

    mutating func add(_ text: String) { bytes += text.utf8 }

    mutating func alternative(
        _ name: String, _ text: String, field: String
    ) throws(CardError) {
        guard !text.isBlank else { return }
        let content = try escaped(text, field: field)
        let tag = try escaped(language, field: "language")
        add("   <\(name)><rdf:Alt>\n    <rdf:li xml:lang=\"x-default\">")
        bytes += content
        add("</rdf:li>\n    <rdf:li xml:lang=\"")
        bytes += tag
        add("\">")
        bytes += content
        add("</rdf:li>\n   </rdf:Alt></\(name)>\n")
    }

    /// An unordered list with one element.
    mutating func list(_ name: String, _ text: String, field: String) throws(CardError) {
        add("   <\(name)><rdf:Bag>\n    <rdf:li>")
        bytes += try escaped(text, field: field)
        add("</rdf:li>\n   </rdf:Bag></\(name)>\n")
    }

    mutating func simple(_ name: String, _ text: String, field: String) throws(CardError) {
        guard !text.isBlank else { return }
        add("   <\(name)>")
        bytes += try escaped(text, field: field)
        add("</\(name)>\n")
    }
}

private func escaped(_ text: String, field: String) throws(CardError) -> [UInt8] {
    try MarkupText.escaped(text, apostrophe: "&apos;") { (scalar) throws(CardError) in
        throw controlCharacter(scalar, field)
    }
}

private func controlCharacter(_ scalar: Unicode.Scalar, _ field: String) -> CardError {
    CardError(
        .data,
        Diagnostic(
            code: "control-character",
            "expected text in \(field), found the control character "
                + quoted(String(Character(scalar))),
            path: JSONPath([.key(field)]), hint: "remove it"))
}
