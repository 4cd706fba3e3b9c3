import BlueHeartTestbench
import Testing

/// Cards as designers make them, in many colours, sizes and languages, with no fault in them.
@Suite struct SoundCardTests {
    /// Inks that reach 4.5:1 on their grounds, 3:1 for everyone who lacks a kind of cone.
    private static let colors: [(ground: String, ink: String)] = [
        ("#FFFFFF", "#0A2A5E"), ("#FFFFFF", "#0B5CA8"), ("#F4F8FC", "#333333"),
        ("#0A2A5E", "#FFFFFF"),
        ("#06204A", "#A8D4F8"), ("#111111", "#F0D060"), ("#FFF4D0", "#6A1B1B"),
        ("#DDE8F2", "#24406E"),
        ("#3A0F4A", "#F6E6FF"), ("#0B6FB8", "#FFFFFF"), ("#E8F0E8", "#1E4A2A"),
        ("#C8D4E0", "#10202E"),
    ]

    private struct Words {
        var language: String
        var headline: String
        var body: String
        var opening: String
        var title: String
        var caption: String
    }

    private static let words = [
        Words(
            language: "en", headline: "Wear the blue heart.", body: "Stand with everyone.",
            opening: "A heart. The words:", title: "A blue heart",
            caption: "Everyone can wear it. Share it with a friend."),
        Words(
            language: "en", headline: "2009", body: "Since 2009, the heart is worn.",
            opening: "A heart beside a number:", title: "Since 2009",
            caption: "For many years people have worn it."),
        Words(
            language: "sk", headline: "Noste modré srdce.", body: "Spolu proti obchodu s ľuďmi.",
            opening: "Srdce. Slová:", title: "Modré srdce",
            caption: "Noste ho aj vy a pošlite ho ďalej."),
        Words(
            language: "ar", headline: "القلب الأزرق", body: "قفوا معنا اليوم.",
            opening: "قلب. الكلمات:", title: "القلب الأزرق", caption: "شاركوه مع صديق اليوم."),
    ]

    @Test func twoHundredSoundCardsRaiseNoAlarm() throws {
        var random = SplitMix64(seed: 2_009)
        let cards = (0..<200).map { _ in Self.card(&random) }
        let kit = try PlantedKit(cards)
        for (index, card) in cards.enumerated() {
            #expect(kit.codes(index) == [], "card \(index): \(card)")
        }
    }

    private static func card(_ random: inout SplitMix64) -> PlantedCard {
        func pick(_ range: ClosedRange<Int>) -> Int {
            range.lowerBound + Int(random.next() % UInt64(range.count))
        }
        var card = PlantedCard()
        let (ground, ink) = colors[pick(0...colors.count - 1)]
        let words = words[pick(0...words.count - 1)]
        card.ground = ["\"\(ground)\"", ramp(ground)][pick(0...1)]
        card.language = words.language
        (card.title, card.caption) = (words.title, words.caption)
        card.alt = "\(words.opening) \(words.headline) \(words.body)"
        card.headline.words = words.headline
        card.headline.size = Double(pick(14...22))
        card.headline.top = Double(pick(10...22))
        card.body.words = words.body
        card.body.size = Double(pick(10...13))
        card.body.top = Double(pick(76...86))
        for line in [\PlantedCard.headline, \PlantedCard.body] {
            card[keyPath: line].color = "\"\(ink)\""
            card[keyPath: line].start = Double(pick(10...20))
        }
        card.heart.fill = "\"\(ink)\""
        card.heart.width = Double(pick(14...44))
        card.heart.height = card.heart.width * Double(pick(85...105)) / 100
        card.heart.start = Double(pick(182...184))
        card.heart.top = Double(pick(10...70))
        switch pick(0...5) {
        case 0: card.headline.fields = ", \"shadow\": { \"color\": \"\(ground)\", \"blur\": 3 }"
        case 1: card.heart.fields = ", \"rotate\": \(pick(-12...12))"
        case 2: card.above = "," + decoration(ink)
        case 3:
            PlantedFaultTests.code(&card, dark: "#000000", light: "#FFFFFF")
            (card.heart.width, card.heart.height) = (36, 36)
        default: break
        }
        return card
    }

    /// As good as one colour, with a soft step that gradients have.
    private static func ramp(_ color: String) -> String {
        """
        { "type": "linear", "angle": 135, "stops": [
          { "color": "\(color)", "at": 0 }, { "color": "\(color)", "at": 1 }] }
        """
    }

    /// A faint heart over the edge, which is no symbol.
    private static func decoration(_ ink: String) -> String {
        """
        { "type": "shape", "shape": "heart", "role": "decoration", "position": "absolute", \
        "start": -14, "top": 108, "width": 40, "height": 40, "fill": "\(ink)", "opacity": 0.2 }
        """
    }
}
