/// Ways in which people write a word, an address, an account or a number past a filter.
enum Evasion: CaseIterable {
    // Letters by form
    case bold, italic, script, fraktur, doubleStruck, sansSerif, monospace, circled, negativeCircled
    case squared, negativeSquared, parenthesized, regional, fullWidth, superscript, smallCapitals
    case confusable, marked, turned, mixedStyles
    // Letters by other signs
    case digitsAsLetters, signsAsLetters, starred, vForU, repeated, capitalI
    // Gaps
    case dotted, hyphenated, underscored, spaced, oneBlank, zeroWidth, emojiBetween, bulleted
    // Signs of addresses
    case spelledDot, bracketedDot, spacedDot, otherDot, spelledAt, bracketedAt, portOrPath
    // Digits
    case otherDigits, enclosedDigits, keycaps, hanDigits, digitGaps, lettersAsDigits, spelledDigits
}

/// A text that must be refused, with the way in which it was disguised.
struct EvasiveText: CustomStringConvertible {
    let text: String
    let evasion: Evasion

    var description: String { "\(evasion): \(text)" }
}

extension EvasiveText {
    /// Words that lists of ten languages block, and Latin ones among them.
    private static let words = [
        "fuck", "bitch", "whore", "faggot", "asshole", "hurensohn", "fotze", "putain", "connard",
        "gilipollas", "mierda", "kurwa", "stronzo", "puttana", "caralho", "klootzak", "orospu",
        "siktir",
        "пиздец", "блядь", "шлюха", "курва", "μαλακας", "شرموطة", "चूतिया", "heil hitler",
        "girls for sale",
    ]
    private static let sites = ["evil", "cheap-girls", "bestjobs", "anna-k", "работа", "stellen"]
    private static let endings = ["com", "org", "net", "ru", "sk", "xyz", "onion"]
    private static let people = ["anna", "mark.b", "lena99", "jobs4you"]
    private static let hosts = ["gmail.com", "yahoo.com", "mail.ru", "gmx.de", "outlook.com"]
    private static let numbers = [
        "0901234567", "+421901234567", "06123456789", "+4915123456789", "5551234567", "0612345678",
    ]

    static func samples(_ count: Int, seed: UInt64) -> [EvasiveText] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).compactMap { index in
            let all = Evasion.allCases
            return sample(all[index % all.count], &random)
        }
    }

    private static func sample(
        _ evasion: Evasion, _ random: inout SeededGenerator
    ) -> EvasiveText? {
        let text =
            evasion.isOfNumbers
            ? number(evasion, &random)
            : evasion.isOfAddresses ? address(evasion, &random) : word(evasion, &random)
        return EvasiveText(text: framed(text, &random), evasion: evasion)
    }

    private static func framed(_ text: String, _ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: "Anna " + text
        case 1: text + " Anna"
        default: text
        }
    }

    private static func word(_ evasion: Evasion, _ random: inout SeededGenerator) -> String {
        let isAddress = evasion.isOfForm && Bool.random(using: &random)
        if isAddress {
            let site = ["evil", "bestjobs", "stellen"].picked(&random)
            let ending = ["com", "org", "net"].picked(&random)
            return evasion.applied(to: site, &random) + "." + evasion.applied(to: ending, &random)
        }
        let usable = words.filter { evasion.suits($0) }
        return evasion.applied(to: usable.picked(&random), &random)
    }

    private static func address(_ evasion: Evasion, _ random: inout SeededGenerator) -> String {
        let (site, ending) = (sites.picked(&random), endings.picked(&random))
        let (person, host) = (people.picked(&random), hosts.picked(&random))
        let dot = ["dot", "DOT", "Dot"].picked(&random)
        let at = ["at", "AT"].picked(&random)
        switch evasion {
        case .spelledDot: return "\(site) \(dot) \(ending)"
        case .bracketedDot:
            return site + ["[.]", "(.)", "{.}", "[dot]", "(dot)", "<dot>", "-dot-"].picked(&random)
                + ending
        case .spacedDot: return site + " . " + ["com", "org", "net"].picked(&random)
        case .otherDot: return site + ["。", "．", "․", "•", "·", "｡"].picked(&random) + ending
        case .spelledAt:
            return "\(person) \(at) " + host.split(separator: ".").joined(separator: " \(dot) ")
        case .bracketedAt:
            return person + ["(at)", "[at]", "{at}", " [at] "].picked(&random) + host
        default:
            let place = ["93.184.216.34:8080", "10.0.0.1/a", "t.me/\(person)", "bit.ly/2x"].picked(
                &random)
            return Bool.random(using: &random)
                ? place
                : ["IG: ", "insta: ", "fb/", "Telegram: ", "snap: "].picked(&random) + person
        }
    }

    private static func number(_ evasion: Evasion, _ random: inout SeededGenerator) -> String {
        let number = numbers.picked(&random)
        let digits = number.filter(\.isNumber)
        func mapped(_ signs: String) -> String {
            String(digits.map { Array(signs)[$0.wholeNumberValue ?? 0] })
        }
        switch evasion {
        case .otherDigits:
            return mapped(["٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "๐๑๒๓๔๕๖๗๘๙", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"].picked(&random))
        case .enclosedDigits:
            return mapped(
                ["⓪①②③④⑤⑥⑦⑧⑨", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉", "⓿❶❷❸❹❺❻❼❽❾", "⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽"].picked(
                    &random))
        case .keycaps: return digits.map { "\($0)\u{FE0F}\u{20E3}" }.joined()
        case .hanDigits: return mapped(["〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"].picked(&random))
        case .digitGaps:
            let gap = ["_", " ", ".", "-", "/", "*", " - ", "|", "·", "😀"].picked(&random)
            return digits.map { String($0) }.joined(separator: gap)
        case .lettersAsDigits:
            return digits.replacing("0", with: "O").replacing("1", with: "l")
        default:
            let words =
                [
                    "zero one two three four five six seven eight nine",
                    "nula jeden dva tri štyri päť šesť sedem osem deväť",
                    "zéro un deux trois quatre cinq six sept huit neuf",
                    "null eins zwei drei vier fünf sechs sieben acht neun",
                    "ноль один два три четыре пять шесть семь восемь девять",
                ].picked(&random).split(separator: " ")
            return digits.map { String(words[$0.wholeNumberValue ?? 0]) }.joined(separator: " ")
        }
    }
}
