import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartTestbench
import BlueHeartWords
import Testing

/// A network of `assets/placements.json`.
func network(_ name: String) throws -> Network {
    let list = try PlacementList.read(
        try projectFile("assets/placements.json"), file: "assets/placements.json")
    return try #require(list.network(name))
}

let english = Language(tag: "en", direction: .leftToRight)
let arabic = Language(tag: "ar", direction: .rightToLeft)
let chinese = Language(tag: "zh-Hans", direction: .leftToRight)

/// A card's words without a fault.
let faultless = SceneWords(
    title: "Blue Heart", alt: "A blue heart beside the words Not for sale.",
    caption: CaptionSource(
        text: "People are not for sale.", link: "https://example.org",
        hashtags: ["#EndHumanTrafficking"]))

func subject(
    alt: String = faultless.alt, longAlt: String? = nil, caption: CaptionSource = faultless.caption,
    language: Language = english, credit: String = "", drawn: [String] = []
) -> WordsSubject {
    WordsSubject(
        words: SceneWords(title: "Blue Heart", alt: alt, longAlt: longAlt, caption: caption),
        language: language,
        slot: Slot(
            placement: Placement(
                name: "square", title: "Square", widthInPixels: 1080, heightInPixels: 1080)),
        credit: credit, drawn: drawn.map { DrawnText(text: $0, fontSize: 40, lineCount: 1) })
}

/// Without `alt-unfinished`: most samples are no whole sentences.
func codes(_ subject: WordsSubject) -> [String] {
    checkWords(subject).map(\.code).filter { $0 != "alt-unfinished" }
}

/// The codes of what is wrong with the alt text: title and caption of the sample are English.
func altCodes(_ subject: WordsSubject) -> [String] {
    checkWords(subject).filter { $0.path.description == "alt" }.map(\.code)
        .filter { $0 != "alt-unfinished" }
}
