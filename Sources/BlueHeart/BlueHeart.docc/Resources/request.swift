import BlueHeart
import Foundation

let engine = CardEngine(EngineOptions(home: "../..", defaultKit: "blue-heart"))
let request = CardRequest(
    template: .named("supporter"), language: "en", placement: "square",
    values: ["name": "Amina K."])
