import Testing

/// Faults planted into a sound card one by one: each is found, and nothing else.
@Suite struct PlantedFaultTests {
    struct Fault: Sendable {
        var name: String
        var codes: [String]
        var plant: @Sendable (inout PlantedCard) -> Void

        init(
            _ name: String, _ codes: String...,
            plant: @escaping @Sendable (inout PlantedCard) -> Void
        ) {
            (self.name, self.codes, self.plant) = (name, codes, plant)
        }
    }

    @Test func everyPlantedFaultIsFoundAndNothingElse() throws {
        let faults = Self.contrast + Self.places + Self.symbols + Self.words
        #expect(faults.count >= 40)
        let cards = faults.map { fault in
            var card = PlantedCard()
            fault.plant(&card)
            return card
        }
        let kit = try PlantedKit([PlantedCard()] + cards)
        #expect(kit.codes(0) == [], "the card itself is sound")
        for (index, fault) in faults.enumerated() {
            #expect(kit.codes(index + 1) == fault.codes.sorted(), "\(fault.name)")
        }
    }

    /// Who mends the words does not learn only then what is wrong with the picture.
    @Test func faultsOfTheWordsAndOfThePictureAreToldTogether() throws {
        var card = PlantedCard()
        let pale = try #require(Self.contrast.first)
        let mute = try #require(Self.words.first { $0.codes.contains("alt-missing") })
        pale.plant(&card)
        mute.plant(&card)
        let found = try PlantedKit([card]).codes(0)
        #expect(
            found.contains("alt-missing") && found.contains("text-low-contrast"), "\(found)")
    }
}

extension PlantedFaultTests {
    private static let ramp = """
        { "type": "linear", "angle": 90, "stops": [
          { "color": "#0A2A5E", "at": 0 }, { "color": "#D8E4F0", "at": 1 }] }
        """

    static let contrast: [Fault] = [
        Fault("a pale headline", "text-low-contrast") { $0.headline.color = "\"#8C98A6\"" },
        Fault("a body a step too pale", "text-low-contrast") { $0.body.color = "\"#777777\"" },
        Fault("a large headline a step too pale", "text-low-contrast") {
            $0.headline.size = 25
            $0.headline.color = "\"#969696\""
        },
        Fault("one pale word", "text-low-contrast") {
            $0.headline.words = "Wear the [[blue]] heart."
        },
        Fault("white words on a gradient that gets light", "text-low-contrast") {
            $0.ground = ramp
            $0.headline.color = "\"paper\""
            $0.body.color = "\"paper\""
            $0.heart.fill = "\"#06204A\""
        },
        Fault("a bright spot of a photograph", "text-low-contrast") {
            $0.below =
                "{ \"type\": \"image\", \"source\": \"photo.png\", \"position\": \"absolute\", "
                + "\"start\": 0, \"top\": 0, \"width\": 240, \"height\": 126 },"
            $0.headline.color = "\"paper\""
            $0.body.color = "\"paper\""
            $0.heart.fill = "\"paper\""
        },
        Fault("a scrim too faint", "text-low-contrast") {
            $0.ground = "\"#C8D4E0\""
            $0.below = PlantedCard.box("\"#000000/20%\"", top: 80, height: 30) + ","
            $0.body.color = "\"paper\""
        },
        Fault("letters that are seen through", "text-low-contrast") {
            $0.body.color = "\"ink/45%\""
        },
        Fault("a text of too little opacity", "text-low-contrast") {
            $0.body.fields = ", \"opacity\": 0.4"
        },
        Fault("a veil over a text", "text-low-contrast") {
            $0.above = "," + PlantedCard.box("\"#FFFFFF/80%\"", top: 80, height: 30)
        },
        Fault("a box behind half of a text", "text-low-contrast") {
            $0.below =
                PlantedCard.box("\"#24406E\"", start: 0, top: 80, width: 70, height: 30) + ","
        },
        Fault("a text that fades into the ground", "text-low-contrast") {
            $0.headline.color = """
                { "type": "linear", "angle": 90, "stops": [
                  { "color": "#0A2A5E", "at": 0 }, { "color": "#F4F8FC", "at": 1 }] }
                """
        },
        Fault("words on a clear card", "text-low-contrast") {
            $0.ground = "\"#FFFFFF/0%\""
        },
        Fault("red on black", "text-indistinct") {
            $0.ground = "\"#111111\""
            $0.headline.size = 25
            $0.headline.color = "\"#FF1111\""
            $0.body.color = "\"paper\""
            $0.heart.fill = "\"paper\""
        },
        Fault("red on green", "text-indistinct") {
            $0.ground = "\"#11FF77\""
            $0.headline.size = 25
            $0.headline.color = "\"#DD1100\""
            $0.heart.fill = "\"ink\""
        },
        Fault("blue on turquoise", "text-indistinct") {
            $0.ground = "\"#00BBCC\""
            $0.headline.size = 25
            $0.headline.color = "\"#0000FF\""
            $0.heart.fill = "\"ink\""
        },
    ]

    static let places: [Fault] = [
        Fault("a text too small", "text-too-small") { $0.body.size = 8 },
        Fault("a text fitted too small", "text-too-small") {
            $0.body.sizes = "{ \"min\": 6, \"max\": 12 }"
            $0.body.width = 70
            $0.body.fields = ", \"maxLines\": 1"
        },
        Fault("Arabic too small", "text-too-small") {
            $0.headline.words = "القلب الأزرق"
            $0.body.words = "قفوا معنا"
            $0.body.size = 9
            $0.language = "ar"
            $0.title = "قلب"
            $0.alt = "قلب أزرق. الكلمات: القلب الأزرق قفوا معنا."
            $0.caption = "شاركوه مع صديق اليوم."
        },
        Fault("a text at the edge", "text-outside-safe-zone") { $0.body.start = 2 },
        Fault("a text at the foot", "text-outside-safe-zone") { $0.body.top = 108 },
        Fault("a text cut by the card", "text-cropped") { $0.body.start = -12 },
        Fault("a turned text", "text-outside-safe-zone") { $0.body.fields = ", \"rotate\": -20" },
        Fault("a text that the network cuts", "text-cropped") { $0.placement = "cut" },
        Fault("a text under the profile picture", "text-covered") { $0.placement = "header" },
        Fault("a text in a circle's corner", "text-cropped") {
            $0.placement = "round"
            $0.height = 240
            $0.heart.start = 100
            $0.heart.top = 150
        },
        Fault("a text at the rim of a circle", "text-outside-safe-zone") {
            $0.placement = "round"
            $0.height = 240
            $0.headline.top = 60
            $0.headline.start = 40
            $0.body.start = 2
            $0.body.top = 112
            $0.heart.start = 100
            $0.heart.top = 150
        },
    ]

    static let symbols: [Fault] = [
        Fault("a heart at the edge", "symbol-outside-safe-zone") { $0.heart.start = 197 },
        Fault("a heart cut by the card", "symbol-cropped") { $0.heart.start = 216 },
        Fault("a heart above the safe zone", "symbol-outside-safe-zone") { $0.heart.top = 2 },
        Fault("a heart under the profile picture", "symbol-covered") {
            $0.placement = "header"
            $0.body.top = 46
            $0.heart.start = 14
            $0.heart.top = 78
            $0.heart.width = 36
            $0.heart.height = 36
        },
        Fault("a heart out of the circle", "symbol-cropped") {
            $0.placement = "round"
            $0.height = 240
            $0.headline.top = 60
            $0.headline.start = 40
        },
        Fault("a heart pressed flat", "symbol-distorted") {
            $0.heart.fields = ", \"scale\": { \"x\": 1, \"y\": 0.8 }"
        },
        Fault("a logo pulled wide", "symbol-distorted") {
            $0.above = """
                , { "type": "image", "id": "logo", "source": "photo.png", "role": "symbol",
                    "fit": "fill", "position": "absolute", "start": 180, "top": 80, "width": 40,
                    "height": 36 }
                """
        },
        Fault("a heart too small", "symbol-too-small") {
            $0.heart.width = 9
            $0.heart.height = 9
        },
        Fault("a word too near the heart", "symbol-crowded") {
            $0.heart.start = 90
            $0.heart.top = 50
        },
        Fault("another symbol too near", "symbol-crowded") {
            $0.above = """
                , { "type": "shape", "shape": "ellipse", "role": "symbol", "position": "absolute",
                    "start": 178, "top": 55, "width": 40, "height": 40, "fill": "ink" }
                """
        },
        Fault("a faint heart", "symbol-low-contrast") { $0.heart.fill = "\"#A8C4E0\"" },
        Fault("a heart lost in a box of its colour", "symbol-low-contrast") {
            $0.below = PlantedCard.box("\"heart\"", start: 160, top: 0, width: 46, height: 80) + ","
        },
        Fault("a heart that fades", "symbol-low-contrast") {
            $0.heart.fields = ", \"opacity\": 0.3"
        },
        Fault("a red heart on black", "symbol-indistinct") {
            $0.below =
                PlantedCard.box("\"#111111\"", start: 170, top: 0, width: 70, height: 80) + ","
            $0.heart.fill = "\"#FF1111\""
        },
        Fault("a faint code", "qr-low-contrast") { code(&$0, dark: "#D0D0D0", light: "#FFFFFF") },
        Fault("a code on a dark plate", "qr-low-contrast") {
            code(&$0, dark: "#000000", light: "#606060")
        },
        Fault("a code light on dark", "qr-inverted") {
            code(&$0, dark: "#FFFFFF", light: "#000000")
        },
        Fault("a veil over a code", "qr-low-contrast") {
            code(&$0, dark: "#000000", light: "#FFFFFF")
            $0.above += "," + PlantedCard.box("\"#FFFFFF/90%\"", start: 165, top: 55, height: 70)
        },
        Fault("a code on dark without its quiet zone", "qr-quiet-zone") {
            $0.below = PlantedCard.box("\"#202020\"", start: 165, top: 52, height: 74) + ","
            code(&$0, dark: "#000000", light: "#FFFFFF", side: 44, quietZone: 0)
        },
        Fault("a bar two modules beside a code", "qr-quiet-zone") {
            code(&$0, dark: "#000000", light: "#FFFFFF")
            $0.above +=
                "," + PlantedCard.box("\"#202020\"", start: 172, top: 57, width: 4, height: 58)
        },
        Fault("a bar three modules beside a code", "qr-quiet-zone") {
            code(&$0, dark: "#000000", light: "#FFFFFF")
            $0.above +=
                "," + PlantedCard.box("\"#202020\"", start: 172, top: 57, width: 2, height: 58)
        },
        Fault("a code at the edge", "symbol-outside-safe-zone") {
            code(&$0, dark: "#000000", light: "#F0F0F0", top: 64)
        },
    ]

    /// Puts a QR code below the heart.
    static func code(
        _ card: inout PlantedCard, dark: String, light: String, top: Double = 57,
        side: Double = 58, quietZone: Int = 4
    ) {
        card.heart.top = 9
        card.above = """
            , { "type": "qr", "text": "https://x.org", "position": "absolute", "start": 172,
                "top": \(top), "width": \(side), "height": \(side), "dark": "\(dark)", "light": "\(light)",
                "quietZone": \(quietZone) }
            """
    }
}
