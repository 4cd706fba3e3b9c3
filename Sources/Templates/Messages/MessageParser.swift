import BlueHeartDiagnostics
import BlueHeartLanguages

/// Reads one sentence; linear in its scalars.
struct MessageParser {
    let scalars: [Unicode.Scalar]
    let markup: Markup
    var offset = 0

    /// Scalars of a sentence, and sentences inside one another.
    static let limits = (scalars: 4_096, depth: 8)

    static func read(_ text: String, markup: Markup) throws(MessageFault) -> Message {
        let scalars = Array(text.unicodeScalars.prefix(limits.scalars + 1))
        guard scalars.count <= limits.scalars else {
            throw MessageFault(
                offset: limits.scalars,
                message: "expected a sentence of at most \(limits.scalars) characters, found more")
        }
        var parser = MessageParser(scalars: scalars, markup: markup)
        let message = try parser.message(depth: 0, inPlural: false)
        guard parser.offset == scalars.count else {
            throw parser.fault(
                "expected \"{\" before this \"}\"", hint: "write '}' for a brace")
        }
        return message
    }

    private init(scalars: [Unicode.Scalar], markup: Markup) {
        self.scalars = scalars
        self.markup = markup
    }
}

extension MessageParser {
    /// Everything up to the end or a brace that closes what is around it.
    private mutating func message(depth: Int, inPlural: Bool) throws(MessageFault) -> Message {
        guard depth <= Self.limits.depth else {
            throw fault("expected at most \(Self.limits.depth) sentences inside one another")
        }
        let start = offset
        var builder = MessageBuilder()
        while let scalar = next, scalar != "}" {
            if scalar == "{" {
                builder.append(try placeholder(depth: depth, inPlural: inPlural))
            } else if scalar == "#", inPlural {
                offset += 1
                builder.append(.pluralNumber)
            } else if scalar == "'" {
                builder.append(try quotedText(inPlural: inPlural))
            } else {
                try takeText(from: start, into: &builder)
            }
        }
        return try finished(&builder)
    }

    /// Reads an apostrophe: `''` is one, `'{'` quotes the text between; otherwise it is literal.
    private mutating func quotedText(
        inPlural: Bool
    ) throws(MessageFault) -> String.UnicodeScalarView {
        let start = offset
        offset += 1
        var text = String.UnicodeScalarView()
        guard let first = next,
            first == "'" || first == "{" || first == "}" || first == "#" && inPlural
        else { return "'".unicodeScalars }
        if first == "'" {
            offset += 1
            return "'".unicodeScalars
        }
        while let scalar = next {
            offset += 1
            if scalar != "'" {
                text.append(scalar)
            } else if next == "'" {
                text.append("'")
                offset += 1
            } else {
                return text
            }
        }
        offset = start
        throw fault(
            "expected a second apostrophe after what this one quotes",
            hint: "write '' for an apostrophe before a brace")
    }

    private mutating func placeholder(
        depth: Int, inPlural: Bool
    ) throws(MessageFault) -> Message.Piece {
        let start = offset
        offset += 1
        let name = try word("a parameter's name", hint: "write '{' for a brace")
        if next == "}" {
            offset += 1
            return .value(name)
        }
        try take(",", after: name, open: start)
        let kind = try word("plural or select", hint: nil)
        guard kind == "plural" || kind == "select" else {
            offset -= kind.unicodeScalars.count
            throw fault(
                "expected plural or select, found \"\(kind)\"",
                hint: "write {\(name)} alone: numbers, dates and countries are written out already")
        }
        try take(",", after: kind, open: start)
        let piece = try forms(
            of: name, isPlural: kind == "plural", depth: depth, inPlural: inPlural)
        guard next == "}" else { throw unclosed(start) }
        offset += 1
        return piece
    }

    private mutating func forms(
        of name: String, isPlural: Bool, depth: Int, inPlural: Bool
    ) throws(MessageFault) -> Message.Piece {
        var plural = Message.Plural(name: name, offset: 0, exact: [], forms: [])
        let start = offset
        skipSpace()
        if isPlural { plural.offset = try pluralOffset() }
        while let scalar = next, scalar != "}" {
            let at = offset
            let form = try selector(isPlural: isPlural)
            guard !plural.forms.contains(where: { isSameName($0.category, form) }) else {
                throw MessageFault(
                    offset: at, message: "the form \"\(form)\" comes twice", hint: nil)
            }
            let message = try branch(of: form, depth: depth, inPlural: isPlural || inPlural)
            if form.hasPrefix("="), let number = Double(form.dropFirst()) {
                plural.exact.append((number, message))
            } else {
                plural.forms.append((form, message))
            }
            skipSpace()
        }
        guard plural.forms.contains(where: { isSameName($0.category, "other") }) else {
            throw MessageFault(
                offset: start, message: "the form \"other\" is missing",
                hint: "add other {…} for all that no other form is for")
        }
        guard !isPlural else { return .plural(plural) }
        return .select(
            Message.Select(name: name, cases: plural.forms.map { ($0.category, $0.message) }))
    }

    private mutating func pluralOffset() throws(MessageFault) -> Double {
        let mark = Array("offset:".unicodeScalars)
        guard scalars[offset...].starts(with: mark) else { return 0 }
        offset += mark.count
        let digits = try word("a number", hint: nil)
        guard let number = Int(digits), (0...1_000).contains(number) else {
            throw fault("expected an offset from 0 to 1000, found \"\(digits)\"")
        }
        return Double(number)
    }

    /// `one`, `=0` or, in a select, the value of a choice.
    private mutating func selector(isPlural: Bool) throws(MessageFault) -> String {
        let start = offset
        let isExact = isPlural && next == "="
        if isExact { offset += 1 }
        let text = try word(isExact ? "a number" : "the name of a form", hint: nil)
        guard isPlural else { return text }
        let isKnown =
            isExact
            ? text.unicodeScalars.count <= 9 && Int(text) != nil
            : PluralCategory(rawValue: text) != nil
        guard isKnown else {
            throw MessageFault(
                offset: start, message: "no plural form is named \"\(text)\"",
                hint: "write zero, one, two, few, many, other, or a number like =0")
        }
        return isExact ? "=" + text : text
    }

    private mutating func branch(
        of form: String, depth: Int, inPlural: Bool
    ) throws(MessageFault) -> Message {
        skipSpace()
        let open = offset
        guard next == "{" else {
            throw fault("expected \"{\" after \"\(form)\"", hint: "write \(form) {…}")
        }
        offset += 1
        let message = try message(depth: depth + 1, inPlural: inPlural)
        guard next == "}" else { throw unclosed(open) }
        offset += 1
        return message
    }
}

extension MessageParser {
    var next: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

    private mutating func skipSpace() {
        while let scalar = next, scalar == " " || scalar == "\n" || scalar == "\t" { offset += 1 }
    }

    /// A name with space around it.
    private mutating func word(_ what: String, hint: String?) throws(MessageFault) -> String {
        skipSpace()
        var text = String.UnicodeScalarView()
        while let scalar = next, scalar.isASCII, isWordByte(UInt8(scalar.value)), text.count < 128 {
            text.append(scalar)
            offset += 1
        }
        guard !text.isEmpty else { throw fault("expected \(what)", hint: hint) }
        skipSpace()
        return String(text)
    }

    private func isWordByte(_ byte: UInt8) -> Bool { isKeyByte(byte) || byte == UInt8(ascii: ".") }

    private mutating func take(
        _ scalar: Unicode.Scalar, after word: String, open: Int
    ) throws(MessageFault) {
        guard next != nil else { throw unclosed(open) }
        guard next == scalar else {
            throw fault("expected \"\(scalar)\" or \"}\" after \"\(word)\"")
        }
        offset += 1
    }

    private func unclosed(_ open: Int) -> MessageFault {
        MessageFault(
            offset: open, message: "expected \"}\" for this \"{\"", hint: "write '{' for a brace")
    }

    func fault(
        _ message: String, code: String = "bad-sentence", hint: String? = nil
    ) -> MessageFault {
        MessageFault(code: code, offset: offset, message: message, hint: hint)
    }
}
