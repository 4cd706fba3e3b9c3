import BlueHeart
import Foundation

let engine = CardEngine(EngineOptions(home: "../..", defaultKit: "blue-heart"))
let request = CardRequest(
    template: .named("supporter"), language: "en", placement: "square",
    values: ["name": "Amina K."])
do throws(CardError) {
    let card = try engine.worker().render(request)
    print(card.record.words.alt)
    save(card, as: "card.\(card.record.format.fileExtension)")
} catch {
    for fault in error.diagnostics { print(fault) }
    exit(1)
}

func save(_ card: Card, as picture: String) {
    do {
        try Data(card.bytes).write(to: URL(filePath: picture))
        for sidecar in card.sidecars(besidePicture: picture) {
            try Data(sidecar.bytes).write(
                to: URL(filePath: sidecar.fileName(besidePicture: picture)))
        }
    } catch {
        print("the card cannot be saved: \(error)")
        exit(1)
    }
}
