import BlueHeart
import Foundation

let engine = CardEngine(EngineOptions(home: "../..", defaultKit: "blue-heart"))
let request = CardRequest(
    template: .named("supporter"), language: "en", placement: "square",
    values: ["name": "Amina K."])
do throws(CardError) {
    let card = try engine.worker().render(request)
    print(card.record.words.alt)
} catch {
    for fault in error.diagnostics { print(fault) }
    exit(1)
}
