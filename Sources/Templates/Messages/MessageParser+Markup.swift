import BlueHeartDiagnostics

extension MessageParser {
    /// Reads the next text other than a brace: a letter, an escaped character, a whole address, or
    /// a mark.
    ///
    /// - Parameter start: start of the message; characters before it are not neighbours.
    mutating func takeText(
        from start: Int, into builder: inout MessageBuilder
    ) throws(MessageFault) {
        guard let scalar = next else { return }
        if markup == .literal {
            return take(1, into: &builder)
        }
        switch scalar {
        case "\\": takeEscaped(into: &builder)
        case "*", "[", "]": try takeSigns(scalar, into: &builder)
        case "_": try takeUnderscores(from: start, into: &builder)
        case "<": try takeLessThan(into: &builder)
        default:
            let edge: Edge = builder.isOpen(.emphasis) ? .beforeUnderscores : .atUnderscores
            take(max(1, addressLength(from: start, edge)), into: &builder)
        }
    }

    private mutating func take(_ count: Int, into builder: inout MessageBuilder) {
        builder.append(scalars[offset..<offset + count])
        offset += count
    }

    /// A backslash before a sign of markup makes it text; before all else it is itself.
    private mutating func takeEscaped(into builder: inout MessageBuilder) {
        let isEscaping =
            offset + 1 < scalars.count && "*_[]\\<".unicodeScalars.contains(scalars[offset + 1])
        if isEscaping { offset += 1 }
        take(1, into: &builder)
    }

    /// The sign is text, unless it begins a tag of HTML, which would be drawn as it is.
    private mutating func takeLessThan(into builder: inout MessageBuilder) throws(MessageFault) {
        let rest = scalars[offset...].dropFirst().prefix(12).drop { $0 == "/" }
        let name = String(String.UnicodeScalarView(rest.prefix { $0.isASCIILetter })).lowercased()
        let end = rest.dropFirst(name.unicodeScalars.count).first
        guard let cure = htmlCures[name], end == ">" || end == " " || end == "/" else {
            return take(1, into: &builder)
        }
        throw fault(
            "expected text, found the HTML tag \"<\(name)>\"", code: markupCode,
            hint: "\(cure); \\< where it is text")
    }

    /// One asterisk or bracket is text, two are a mark.
    private mutating func takeSigns(
        _ sign: Unicode.Scalar, into builder: inout MessageBuilder
    ) throws(MessageFault) {
        let count = run(of: sign)
        if count == 1 { return take(1, into: &builder) }
        switch sign {
        case "[":
            try begin(.accent, length: 2, &builder)
            take(count - 2, into: &builder)
        case "]":
            take(count - 2, into: &builder)
            try end(.accent, length: 2, &builder)
        default:
            guard count == 2 else {
                throw fault(
                    "expected two asterisks around bold words, found \(count) in a row",
                    code: markupCode, hint: #"write \* for an asterisk that is text"#)
            }
            try turn(.bold, length: 2, &builder)
        }
    }

    /// An underscore is a mark at the edge of words, and text inside of one, alone, and in a row.
    private mutating func takeUnderscores(
        from start: Int, into builder: inout MessageBuilder
    ) throws(MessageFault) {
        let count = run(of: "_")
        let before = offset > start ? scalars[offset - 1] : nil
        let after = neighbour(at: offset + count)
        guard count == 1 else {
            guard isOfWord(before) == isOfWord(after) else {
                throw fault(
                    "expected one underscore around emphasized words, found \(count) in a row",
                    code: markupCode, hint: #"write \_ for an underscore that is text"#)
            }
            return take(count, into: &builder)
        }
        let isInside = joins(before) && joins(after)
        if isInside || isSpace(before) && isSpace(after) { return take(1, into: &builder) }
        let opens = !builder.isOpen(.emphasis) && !isSpace(after) && !joins(before)
        let opensAgain = builder.isOpen(.emphasis) && isSpace(before)
        if opens || opensAgain {
            try begin(.emphasis, length: 1, &builder)
        } else {
            try end(.emphasis, length: 1, &builder)
        }
    }
}

// MARK: - Marks

extension MessageParser {
    private mutating func turn(
        _ mark: Mark, length: Int, _ builder: inout MessageBuilder
    ) throws(MessageFault) {
        if builder.isOpen(mark) {
            try end(mark, length: length, &builder)
        } else {
            try begin(mark, length: length, &builder)
        }
    }

    private mutating func begin(
        _ mark: Mark, length: Int, _ builder: inout MessageBuilder
    ) throws(MessageFault) {
        guard !builder.isOpen(mark) else {
            throw fault(
                "expected \"\(mark.closing)\" before another \"\(mark.opening)\"",
                code: markupCode, hint: cure(of: mark))
        }
        builder.begin(mark, at: offset)
        offset += length
    }

    private mutating func end(
        _ mark: Mark, length: Int, _ builder: inout MessageBuilder
    ) throws(MessageFault) {
        guard let inner = builder.openings.last, builder.isOpen(mark) else {
            throw fault(
                "found \"\(mark.closing)\" with no \"\(mark.opening)\" before it that it closes",
                code: markupCode, hint: cure(of: mark))
        }
        guard inner.mark == mark else {
            throw fault(
                "expected \"\(inner.mark.closing)\" before \"\(mark.closing)\", for what is marked "
                    + "last is closed first", code: markupCode, hint: cure(of: inner.mark))
        }
        guard builder.end() else {
            throw fault(
                "expected words between \"\(mark.opening)\" and \"\(mark.closing)\", found none",
                code: markupCode, hint: cure(of: mark))
        }
        offset += length
    }

    /// The message, or the fault of the mark that opened last and was not closed.
    func finished(_ builder: inout MessageBuilder) throws(MessageFault) -> Message {
        if let open = builder.openings.last {
            throw MessageFault(
                code: markupCode, offset: open.offset,
                message: "expected \"\(open.mark.closing)\" after this \"\(open.mark.opening)\"",
                hint: cure(of: open.mark))
        }
        return builder.message()
    }

    private func cure(of mark: Mark) -> String {
        "write \(mark.opening)words\(mark.closing) around marked words, and \(mark.escaped) where it "
            + "is text"
    }

    private func run(of sign: Unicode.Scalar) -> Int {
        scalars[offset...].prefix { $0 == sign }.count
    }
}

private let markupCode = "bad-markup"

/// Tags of HTML that texts from other tools have, with the marks here.
private let htmlCures: [String: String] = {
    var cures: [String: String] = [:]
    for name in ["b", "strong"] { cures[name] = "write **words** for bold" }
    for name in ["i", "em"] { cures[name] = "write _words_ for emphasis" }
    for name in ["u", "mark", "span", "font", "small", "big", "sup", "sub", "a", "div"] {
        cures[name] = "write [[words]] for words with a style of their own"
    }
    for name in ["br", "p"] { cures[name] = "write \\n for a new line" }
    return cures
}()

// MARK: - Neighbours

extension MessageParser {
    /// The scalar at a place; nil where the message ends.
    private func neighbour(at place: Int) -> Unicode.Scalar? {
        place < scalars.count && scalars[place] != "}" ? scalars[place] : nil
    }
}

private func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.isWhitespace ?? true
}

/// True for letters, digits and marks; for braces too, because a placeholder is a word.
private func isOfWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    if scalar == "{" || scalar == "}" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
        .otherNumber:
        return true
    default: return false
    }
}

/// True if an underscore beside it may be inside a word: not in scripts without spaces between
/// words, or with attached particles.
private func joins(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, isOfWord(scalar) else { return false }
    switch scalar.value {
    // Thai, Lao, Tibetan, Burmese, Hangul, Khmer; then Han, kana and all of East Asia.
    case 0x0E00...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0xA4CF, 0xA960...0xA97F,
        0xAA60...0xAA7F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF:
        return false
    default: return true
    }
}

// MARK: - Addresses

extension MessageParser {
    /// Number of scalars of the address, hashtag or handle that begins here; 0 if there is none.
    ///
    /// Its characters are not marks, because it may contain underscores. Trailing punctuation is
    /// not included.
    private func addressLength(from start: Int, _ edge: Edge) -> Int {
        guard let scalar = next, "hw#@".unicodeScalars.contains(scalar),
            !isOfWord(offset > start ? scalars[offset - 1] : nil)
        else { return 0 }
        let rest = scalars[offset...]
        var address: ArraySlice<Unicode.Scalar>
        if scalar == "#" || scalar == "@" {
            let name = rest.dropFirst().prefix { isOfName($0) }
            address = rest.prefix(1 + name.count)
        } else {
            let isAddress = ["https://", "http://", "www."].contains { beginning in
                rest.starts(with: beginning.unicodeScalars)
            }
            address = isAddress ? rest.prefix { isOfAddress($0) } : []
        }
        while let last = address.last, !isOfWord(last), last != "/" {
            if last == "_", edge == .atUnderscores { break }
            address.removeLast()
        }
        return address.count
    }

    /// Treatment of underscores at the end of an address: excluded where a mark may close.
    private enum Edge { case atUnderscores, beforeUnderscores }
}

private func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "{" && scalar != "}" && (scalar == "_" || isOfWord(scalar))
}

private func isOfAddress(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "{" && scalar != "}" && scalar != "'" && scalar != "\\"
        && !scalar.properties.isWhitespace
}
