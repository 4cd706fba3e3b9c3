/// Web addresses in a text, also with blanks, brackets and spelled dots.
enum LinkPattern {
    static func holds(_ tokens: [ContactToken]) -> Bool {
        tokens.indices.contains { isScheme(tokens, at: $0) || isPrefix(tokens, at: $0) }
            || tokens.indices.contains { isDot(tokens, at: $0) && endsHost(tokens, dot: $0) }
            || tokens.indices.contains { isNumeric(tokens, at: $0) || isShortened(tokens, at: $0) }
    }

    /// Endings that follow no other dot, so that blanks before or after it do not matter.
    static let spacedEndings: Set<String> = [
        "com", "net", "org", "xyz", "biz", "gov", "onion", "edu", "ком", "орг", "рф",
    ]

    private static func isDot(_ tokens: [ContactToken], at index: Int) -> Bool {
        index > 0 && index + 1 < tokens.count && tokens[index - 1].isWord
            && tokens[index + 1].isWord
            && (tokens[index].isSign(".") || tokens[index].isSign(","))
    }

    /// `://`, also after blanks.
    private static func isScheme(_ tokens: [ContactToken], at index: Int) -> Bool {
        guard index + 2 < tokens.count else { return false }
        return tokens[index].isSign(":") && tokens[index + 1].isSign("/")
            && tokens[index + 2].isSign("/")
    }

    /// `www.`, `http:`, `xn--`.
    private static func isPrefix(_ tokens: [ContactToken], at index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index].isWord else { return false }
        let (word, next) = (tokens[index].look, tokens[index + 1])
        if word == "www" || word == "vvvvvv" { return true }
        if ["http", "https", "hxxp", "hxxps"].contains(word) { return !next.isWord }
        guard word == "xn", index + 2 < tokens.count else { return false }
        return next.isSign("-") && tokens[index + 2].isSign("-")
    }

    private static func endsHost(_ tokens: [ContactToken], dot index: Int) -> Bool {
        let (before, dot, ending) = (tokens[index - 1], tokens[index], tokens[index + 1])
        let name = letters(of: ending)
        if dot.isSign(",") {
            return isGlued(dot, ending) && ["com", "net", "org", "xyz"].contains(name)
        }
        if dot.isSpelled { return isKnown(ending) }
        if isGlued(dot, ending) { return isHost(tokens, dot: index) }
        // "evil . com", "evil .com", "evil. com"
        if spacedEndings.contains(name) { return !ending.isCapitalized || dot.hasBlankBefore }
        return dot.hasBlankBefore && isKnown(ending) && !before.isNumber && name.utf8.count > 1
    }

    private static func isGlued(_ dot: ContactToken, _ ending: ContactToken) -> Bool {
        !dot.hasBlankBefore && !ending.hasBlankBefore
    }

    /// The letters of an ending, with digits that imitate some: `c0m`.
    private static func letters(of ending: ContactToken) -> String {
        guard ending.hasDigit, !ending.isNumber else { return ending.look }
        return String(ending.look.map { ["0": "o", "1": "l", "3": "e", "5": "s"][$0] ?? $0 })
    }

    private static func isKnown(_ ending: ContactToken) -> Bool {
        let name = letters(of: ending)
        return SiteEndings.countries.contains(name) || SiteEndings.others.contains(name)
            || SiteEndings.others.contains(ending.plain)
    }

    private static func isHost(_ tokens: [ContactToken], dot index: Int) -> Bool {
        let (before, ending) = (tokens[index - 1], tokens[index + 1])
        guard isKnown(ending) else { return false }
        let labels = labelCount(tokens, endingAt: index)
        let isName = labels == 2 && isName(before, ending)
        if letters(of: ending).unicodeScalars.count > 2 || ending.look.utf8.count > 2 {
            return spacedEndings.contains(letters(of: ending)) || !isName
        }
        // Two letters are a country's where a path or a longer name says so: "St.Jo" is a saint.
        if index + 2 < tokens.count, !tokens[index + 2].hasBlankBefore,
            tokens[index + 2].isSign("/") || tokens[index + 2].isSign("?")
                || tokens[index + 2].isSign(":") || tokens[index + 2].isSign("#")
        {
            return true
        }
        return labelLength(tokens, endingAt: index) > 3 && !isName
    }

    /// Letters of the label before a dot, with hyphens.
    private static func labelLength(_ tokens: [ContactToken], endingAt dot: Int) -> Int {
        var (length, index) = (tokens[dot - 1].look.unicodeScalars.count, dot - 1)
        while index >= 2, tokens[index - 1].isSign("-"), !tokens[index].hasBlankBefore,
            !tokens[index - 1].hasBlankBefore
        {
            index -= 2
            length += tokens[index].look.unicodeScalars.count + 1
        }
        return length
    }

    private static func labelCount(_ tokens: [ContactToken], endingAt dot: Int) -> Int {
        var (count, index) = (2, dot)
        while index >= 3, tokens[index - 2].isSign("."), tokens[index - 3].isWord,
            !tokens[index - 2].hasBlankBefore, !tokens[index - 1].hasBlankBefore
        {
            (count, index) = (count + 1, index - 2)
        }
        return count
    }

    /// True for a personal name with a dot and no space: "Maria.Jo", "Anna.De", and "Maria.jo",
    /// whose second part is a name by itself.
    ///
    /// Hosts are written in lowercase or in capitals, names with one capital at the front.
    private static func isName(_ first: ContactToken, _ second: ContactToken) -> Bool {
        let isSurname = second.isCapitalized && !second.isAllCapitals
        return first.isCapitalized && !first.isAllCapitals
            && (isSurname || shortNames.contains(second.look))
    }

    /// Short first names that are also country domains.
    private static let shortNames: Set<String> = [
        "al", "am", "bo", "cy", "gi", "jo", "ki", "li", "lu", "mo", "my", "om", "su", "vi",
    ]

    /// `93.184.216.34`, also with a port; `2001:db8::1`.
    private static func isNumeric(_ tokens: [ContactToken], at index: Int) -> Bool {
        if index + 1 < tokens.count, tokens[index].isSign(":"), tokens[index + 1].isSign(":"),
            index > 0, tokens[index - 1].isWord, !tokens[index].hasBlankBefore
        {
            return true
        }
        guard index + 6 < tokens.count else { return false }
        return (0..<7).allSatisfy { step in
            let token = tokens[index + step]
            if step % 2 == 1 { return token.isSign(".") }
            guard token.isNumber, let value = Int(token.look), value < 256 else { return false }
            return token.look.utf8.count == 1 || token.look.utf8.first != UInt8(ascii: "0")
        }
    }

    /// Shortened addresses without their dot: `t me/evil`.
    private static func isShortened(_ tokens: [ContactToken], at index: Int) -> Bool {
        guard index + 2 < tokens.count, tokens[index + 2].isSign("/") else { return false }
        return shorteners.contains("\(tokens[index].look) \(tokens[index + 1].look)")
    }

    private static let shorteners: Set<String> = [
        "t me", "wa me", "fb me", "bit ly", "goo gl", "youtu be", "is gd", "vk com", "cutt ly",
    ]
}
