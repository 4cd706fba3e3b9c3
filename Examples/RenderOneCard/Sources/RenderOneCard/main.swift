import BlueHeart
import Foundation

// The folder with `templates`, `assets` and `fonts`: of the project, or a copy of yours.
let home = CommandLine.arguments.dropFirst().first ?? "../.."
let engine = CardEngine(EngineOptions(home: home, defaultKit: "blue-heart"))
let request = CardRequest(
    template: .named("supporter"), language: "en", placement: "square",
    values: ["name": "Amina K."])
do throws(CardError) {
    let card = try engine.worker().render(request)
    save(card.bytes, as: "card.\(card.record.format.fileExtension)")
    print("alt text: \(card.record.alt)")
} catch {
    print(error)
    exit(1)
}

func save(_ bytes: [UInt8], as name: String) {
    do {
        try Data(bytes).write(to: URL(filePath: name))
    } catch {
        print("\(name) cannot be written: \(error)")
        exit(74)
    }
}
