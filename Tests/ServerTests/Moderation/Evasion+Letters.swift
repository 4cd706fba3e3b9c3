extension Evasion {
    var isOfNumbers: Bool {
        switch self {
        case .otherDigits, .enclosedDigits, .keycaps, .hanDigits, .digitGaps, .lettersAsDigits,
            .spelledDigits:
            true
        default: false
        }
    }

    var isOfAddresses: Bool {
        switch self {
        case .spelledDot, .bracketedDot, .spacedDot, .otherDot, .spelledAt, .bracketedAt,
            .portOrPath:
            true
        default: false
        }
    }

    /// True for ways that change the form of letters only, so that addresses can be written so.
    var isOfForm: Bool {
        alphabet != nil || self == .fullWidth || self == .confusable || self == .marked
    }

    /// False for words that the way leaves as they are, or makes unreadable.
    func suits(_ word: String) -> Bool {
        let isLatin = word.utf8.allSatisfy { $0 < 0x80 }
        switch self {
        case .marked, .dotted, .hyphenated, .underscored, .zeroWidth, .emojiBetween, .bulleted,
            .repeated:
            return !word.contains(" ") && !word.unicodeScalars.contains { $0.value > 0x600 }
        case .spaced:
            return !word.contains(" ") && !word.unicodeScalars.contains { $0.value > 0x900 }
        case .starred, .oneBlank: return isLatin && !word.contains(" ")
        case .vForU:
            return ["fuck", "kurwa", "putain"].contains(word)
        case .capitalI:
            return ["bitch", "siktir", "mierda", "asshole", "gilipollas"].contains(word)
        case .turned: return isLatin && !word.contains { "dlptvxyzbj".contains($0) }
        case .smallCapitals: return isLatin && !word.contains { "xq".contains($0) }
        case .digitsAsLetters, .signsAsLetters:
            return isLatin && word.utf8.count > 4 && !word.contains(" ")
        case .regional: return isLatin && !word.contains(" ")
        default: return isLatin
        }
    }

    func applied(to word: String, _ random: inout SeededGenerator) -> String {
        let letters = word.map(String.init)
        if let alphabet { return letters.map { alphabet[$0] ?? $0 }.joined() }
        switch self {
        case .fullWidth: return mapped(word) { (0x21...0x7E).contains($0) ? $0 + 0xFEE0 : $0 }
        case .confusable: return confused(letters, &random)
        case .marked:
            return letters.map { $0 + ["", "\u{301}", "\u{308}", "\u{336}"].picked(&random) }
                .joined()
        case .mixedStyles:
            let ways: [Evasion] = [.bold, .circled, .doubleStruck, .squared, .superscript]
            return letters.map { letter in
                ways[Int.random(in: 0..<ways.count, using: &random)].alphabet?[letter] ?? letter
            }.joined()
        case .digitsAsLetters:
            return oneReplaced(
                letters, ["o": "0", "i": "1", "e": "3", "a": "4", "s": "5", "t": "7"], &random)
        case .signsAsLetters:
            return oneReplaced(letters, ["s": "$", "i": "!", "a": "@", "e": "€"], &random)
        case .starred:
            var starred = letters
            starred[Int.random(in: 1..<(letters.count - 1), using: &random)] = [
                "*", "#", "@", "_", "%",
            ].picked(&random)
            return starred.joined()
        case .vForU:
            return word.replacing("fuck", with: "fvck").replacing("kur", with: "kvr").replacing(
                "put", with: "pvt")
        case .repeated:
            var repeated = letters
            repeated[letters.count / 2] = String(repeating: letters[letters.count / 2], count: 4)
            return repeated.joined()
        case .capitalI: return word.replacing("l", with: "I").replacing("i", with: "I")
        case .dotted: return letters.joined(separator: ".")
        case .hyphenated: return letters.joined(separator: "-")
        case .underscored: return letters.joined(separator: "_")
        case .spaced: return letters.joined(separator: " ")
        case .oneBlank:
            let place = word == "fuck" ? 2 : Int.random(in: 1..<letters.count, using: &random)
            return letters[..<place].joined() + " " + letters[place...].joined()
        case .zeroWidth: return letters.joined(separator: "\u{200B}")
        case .emojiBetween: return letters.joined(separator: "💙")
        default: return letters.joined(separator: "•")
        }
    }

    private func mapped(_ word: String, _ change: (UInt32) -> UInt32) -> String {
        String(
            String.UnicodeScalarView(
                word.unicodeScalars.map { Unicode.Scalar(change($0.value)) ?? $0 }))
    }

    private func confused(_ letters: [String], _ random: inout SeededGenerator) -> String {
        let twins = [
            "a": "аαɑ", "c": "сϲ", "e": "еҽ", "h": "һհ", "i": "іı", "k": "кκ", "o": "оοօ",
            "p": "рρ",
            "s": "ѕ", "u": "υսʋ", "x": "хχ", "y": "уү", "n": "ո", "t": "т", "r": "г", "m": "м",
            "f": "ƒ",
        ]
        return letters.map { letter in
            guard let all = twins[letter], Bool.random(using: &random) else { return letter }
            return String(Array(all).picked(&random))
        }.joined()
    }

    private func oneReplaced(
        _ letters: [String], _ signs: [String: String], _ random: inout SeededGenerator
    ) -> String {
        var letters = letters
        let places = letters.indices.filter { signs[letters[$0]] != nil && $0 > 0 }
        if let place = places.randomElement(using: &random) {
            letters[place] = signs[letters[place]] ?? ""
        }
        return letters.joined()
    }

    /// Small letters in the way's form; nil for ways that have no alphabet.
    private var alphabet: [String: String]? {
        let form: String
        switch self {
        case .bold: form = "𝐚𝐛𝐜𝐝𝐞𝐟𝐠𝐡𝐢𝐣𝐤𝐥𝐦𝐧𝐨𝐩𝐪𝐫𝐬𝐭𝐮𝐯𝐰𝐱𝐲𝐳"
        case .italic: form = "𝘢𝘣𝘤𝘥𝘦𝘧𝘨𝘩𝘪𝘫𝘬𝘭𝘮𝘯𝘰𝘱𝘲𝘳𝘴𝘵𝘶𝘷𝘸𝘹𝘺𝘻"
        case .script: form = "𝓪𝓫𝓬𝓭𝓮𝓯𝓰𝓱𝓲𝓳𝓴𝓵𝓶𝓷𝓸𝓹𝓺𝓻𝓼𝓽𝓾𝓿𝔀𝔁𝔂𝔃"
        case .fraktur: form = "𝔞𝔟𝔠𝔡𝔢𝔣𝔤𝔥𝔦𝔧𝔨𝔩𝔪𝔫𝔬𝔭𝔮𝔯𝔰𝔱𝔲𝔳𝔴𝔵𝔶𝔷"
        case .doubleStruck: form = "𝕒𝕓𝕔𝕕𝕖𝕗𝕘𝕙𝕚𝕛𝕜𝕝𝕞𝕟𝕠𝕡𝕢𝕣𝕤𝕥𝕦𝕧𝕨𝕩𝕪𝕫"
        case .sansSerif: form = "𝗮𝗯𝗰𝗱𝗲𝗳𝗴𝗵𝗶𝗷𝗸𝗹𝗺𝗻𝗼𝗽𝗾𝗿𝘀𝘁𝘂𝘃𝘄𝘅𝘆𝘇"
        case .monospace: form = "𝚊𝚋𝚌𝚍𝚎𝚏𝚐𝚑𝚒𝚓𝚔𝚕𝚖𝚗𝚘𝚙𝚚𝚛𝚜𝚝𝚞𝚟𝚠𝚡𝚢𝚣"
        case .circled: form = "ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ"
        case .negativeCircled: form = "🅐🅑🅒🅓🅔🅕🅖🅗🅘🅙🅚🅛🅜🅝🅞🅟🅠🅡🅢🅣🅤🅥🅦🅧🅨🅩"
        case .squared: form = "🄰🄱🄲🄳🄴🄵🄶🄷🄸🄹🄺🄻🄼🄽🄾🄿🅀🅁🅂🅃🅄🅅🅆🅇🅈🅉"
        case .negativeSquared: form = "🅰🅱🅲🅳🅴🅵🅶🅷🅸🅹🅺🅻🅼🅽🅾🅿🆀🆁🆂🆃🆄🆅🆆🆇🆈🆉"
        case .parenthesized: form = "⒜⒝⒞⒟⒠⒡⒢⒣⒤⒥⒦⒧⒨⒩⒪⒫⒬⒭⒮⒯⒰⒱⒲⒳⒴⒵"
        case .superscript: form = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖqʳˢᵗᵘᵛʷˣʸᶻ"
        case .smallCapitals: form = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘqʀꜱᴛᴜᴠᴡxʏᴢ"
        case .turned: form = "ɐqɔdǝɟɓɥıjʞlɯuodbɹsʇnvʍxyz"
        case .regional: return regional
        default: return nil
        }
        return alphabet(of: form.unicodeScalars.map { String($0) })
    }

    private var regional: [String: String] {
        alphabet(of: (0..<26).compactMap { Unicode.Scalar(0x1F1E6 + $0).map { String($0) } })
    }

    private func alphabet(of forms: [String]) -> [String: String] {
        let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
        return Dictionary(zip(letters, forms)) { first, _ in first }
    }
}
