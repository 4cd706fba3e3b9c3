import BlueHeartLanguages

/// Honest sentences with figures, dates and times, as the campaign's languages write them.
enum HonestText {
    /// Words for people who are counted, by language.
    private static let counted = [
        "en": "people", "fr": "personnes", "de": "Menschen", "es": "personas", "pt": "pessoas",
        "it": "persone", "nl": "mensen", "pl": "osób", "cs": "lidí", "sk": "ľudí",
        "ro": "de oameni",
        "hu": "ember", "tr": "kişi", "ru": "человек", "uk": "людей", "bg": "души", "el": "άνθρωποι",
        "ar": "شخص", "hi": "लोग", "zh-Hans": "人", "th": "คน", "hy": "մարդ", "ka": "ადამიანი",
        "am": "ሰዎች",
    ]

    static func samples(_ count: Int, seed: UInt64) throws -> [String] {
        var random = SeededGenerator(seed: seed)
        let formats = counted.keys.sorted().map { tag in
            LanguageFormats(Language(tag: tag, direction: .leftToRight))
        }
        return (0..<count).map { index in
            sample(formats[index % formats.count], index / formats.count, &random)
        }
    }

    private static func sample(
        _ formats: LanguageFormats, _ kind: Int, _ random: inout SeededGenerator
    ) -> String {
        let noun = counted[formats.language.tag] ?? ""
        let (day, month, hour) = (
            Int.random(in: 1...20, using: &random), Int.random(in: 1...12, using: &random),
            Int.random(in: 7...19, using: &random)
        )
        let year = Int.random(in: 1990...2032, using: &random)
        let minutes = ["00", "15", "30", "45"].picked(&random)
        switch kind % 9 {
        case 0:
            return
                "\(formats.string(from: Double(Int.random(in: 1_000_000...99_999_999, using: &random)))) \(noun)"
        case 1: return "\(grouped(&random)) \(noun)"
        case 2: return "\(day)–\(day + 3).\(month).\(year), \(hour):\(minutes)"
        case 3:
            let sign = [".", ". ", "/", "-"].picked(&random)
            return "\(day)\(sign)\(month)\(sign)\(year) \(hour):\(minutes)–\(hour + 2):\(minutes)"
        case 4: return "\(year)–\(year + 8): \(grouped(&random)) \(noun)"
        case 5: return "\(year)-0\(month % 9 + 1)-\(day + 10)"
        case 6:
            let date = CalendarDay(year: year, month: month, day: day)
            return date.map { "\(formats.longDate($0)), \(hour).\(minutes)" } ?? ""
        case 7: return "\(day). \(month). – \(day + 4). \(month). \(year)"
        default:
            let share = Int.random(in: 10...99, using: &random)
            return "\(share) % (\(grouped(&random)) \(noun)) – \(year)"
        }
    }

    /// A number of millions in one of the notations of the languages.
    private static func grouped(_ random: inout SeededGenerator) -> String {
        let millions = Int.random(in: 1...150, using: &random)
        let thousands = Int.random(in: 0...9, using: &random) * 100
        let mark = [" ", "\u{A0}", "\u{202F}", ".", ",", "’"].picked(&random)
        let middle = thousands == 0 ? "000" : String(thousands)
        return "\(millions)\(mark)\(middle)\(mark)000"
    }
}
