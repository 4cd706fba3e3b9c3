import BlueHeart
import Foundation

let engine = CardEngine(EngineOptions(home: "../..", defaultKit: "blue-heart"))
