/// The tokens with dots and at signs that are spelled out or bracketed as signs: `[.]`, `(at)`,
/// `evil dot com`.
func withSpelledSigns(_ tokens: [ContactToken]) -> [ContactToken] {
    var kept: [ContactToken] = []
    var index = 0
    while index < tokens.count {
        if let sign = bracketedSign(tokens, at: index) {
            kept.append(spelled(sign, tokens[index]))
            index += 3
            continue
        }
        let token = tokens[index]
        kept.append(spelledSign(tokens, at: index).map { spelled($0, token) } ?? token)
        index += 1
    }
    return kept
}

private func spelled(_ sign: String, _ token: ContactToken) -> ContactToken {
    ContactToken(
        look: sign, plain: sign, isWord: false, isSpelled: true, hasBlankBefore: false,
        isCapitalized: false, isAllCapitals: false)
}

private func bracketedSign(_ tokens: [ContactToken], at index: Int) -> String? {
    guard index > 0, index + 2 < tokens.count, !tokens[index].isWord, !tokens[index + 2].isWord
    else { return nil }
    let (open, middle, close) = (tokens[index].look, tokens[index + 1], tokens[index + 2].look)
    let isBracketed = brackets[open] == close
    let isGlued = !middle.hasBlankBefore && !tokens[index + 2].hasBlankBefore && open == close
    guard isBracketed || (isGlued && middle.isWord) else { return nil }
    if middle.isSign(".") || middle.isSign("@") { return middle.look }
    return middle.isWord ? sign(for: middle) : nil
}

private let brackets = ["(": ")", "[": "]", "{": "}", "<": ">", "|": "|", "\"": "\"", "'": "'"]

/// A word that stands for a sign by what comes after it: "evil dot com", "anna AT gmail".
private func spelledSign(_ tokens: [ContactToken], at index: Int) -> String? {
    let token = tokens[index]
    guard token.isWord, index > 0, index + 1 < tokens.count, tokens[index - 1].isWord,
        tokens[index + 1].isWord, let sign = sign(for: token)
    else { return nil }
    let next = tokens[index + 1].look
    guard sign == "." else { return MailWords.hosts.contains(next) ? "@" : nil }
    let isEnding = LinkPattern.spacedEndings.contains(next) || wordsAsEndings.contains(next)
    return isEnding || (token.look == "dot" && SiteEndings.countries.contains(next)) ? "." : nil
}

/// Endings that are no words of languages in which "dot" is spelled.
private let wordsAsEndings: Set<String> = [
    "info", "ru", "de", "fr", "sk", "cz", "pl", "uk", "hu", "nl", "ua", "bg", "gr", "tr", "рф",
]

private func sign(for word: ContactToken) -> String? {
    if MailWords.dots.contains(word.plain) || word.look == "dot" || word.look == "d0t" {
        return "."
    }
    return MailWords.ats.contains(word.plain) || word.look == "at" ? "@" : nil
}

/// The words that spell signs, and the hosts of mail, without marks.
///
/// Source: names of the signs in CLDR's annotations, and in daily use.
enum MailWords {
    static let dots: Set<String> = forms([
        "dot", "punkt", "point", "punto", "ponto", "punt", "kropka", "bodka", "tečka", "pont",
        "nokta", "punct", "точка", "крапка", "τελεία", "կետ", "წერტილი", "नुक़्ता", "बिंदु", "डॉट",
        "จุด", "ดอท", "ነጥብ", "نقطة", "دوت", "点", "點",
    ])
    static let ats: Set<String> = forms([
        "at", "arroba", "arobase", "chez", "chiocciola", "klammeraffe", "ät", "apenstaartje",
        "małpa",
        "zavináč", "kukac", "собака", "равлик", "маймуна", "παπάκι", "ατ", "et", "ათ", "एट", "แอท",
        "آت", "艾特",
    ])
    static let hosts: Set<String> = forms([
        "gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "protonmail", "proton",
        "gmx",
        "aol", "yandex", "mail", "seznam", "centrum", "azet", "abv", "qq", "163", "onet", "wp",
        "orange", "laposte", "libero", "ukr", "freemail", "citromail", "zoznam", "live", "msn",
        "джимейл", "яндекс", "जीमेल", "جيميل", "จีเมล",
    ])
    /// Hosts that are no other word.
    static let only: Set<String> = ["gmail", "googlemail", "hotmail", "protonmail"]

    private static func forms(_ words: [String]) -> Set<String> { Set(words.map(plainForm)) }
}
