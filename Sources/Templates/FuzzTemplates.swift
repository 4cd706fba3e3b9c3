import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests

/// Reads any bytes as every kind of file of this room, and makes a scene where it is a template.
///
/// For the fuzzer: every outcome is a good one but a trap.
public func fuzzTemplate(_ bytes: [UInt8]) {
    let english = Language(tag: "en", direction: .leftToRight)
    outcome { () throws(CardError) in _ = try Kit.read(bytes, file: "fuzz") }
    outcome { () throws(CardError) in
        _ = try WordList.read(bytes, file: "fuzz", language: english)
    }
    outcome { () throws(CardError) in
        let kit = try Kit.read(Array(fuzzKit.utf8), file: "kit")
        let template = try Template.read(bytes, file: "fuzz", in: kit)
        let words = try WordList.read(
            Array(#"{"a":{"1":"b"}}"#.utf8), file: "en", language: english)
        _ = template.faults(in: words, kit: kit)
        let placement = Placement(
            name: template.placements[0], title: "", widthInPixels: 1080, heightInPixels: 1920)
        let arabic = Language(tag: "ar", direction: .rightToLeft)
        let plan = try template.plan(
            placement: placement, language: arabic, kit: kit, words: words)
        _ = try plan.scene(with: filling(of: template))
    }
}

/// Every parameter with what its author gives as an example.
private func filling(of template: Template) -> ParameterValues {
    var filling = ParameterValues()
    for parameter in template.parameters {
        filling.set(parameter.name, to: (parameter.example ?? parameter.standard)?.literal ?? "a")
    }
    return filling
}

private func outcome(_ body: () throws(CardError) -> Void) {
    do throws(CardError) {
        try body()
    } catch {
        precondition(!error.description.isEmpty, "an error without a diagnostic")
    }
}

private let fuzzKit = #"""
    { "name": "k", "title": "K", "languages": [{ "tag": "en" }, { "tag": "ar" }],
      "palette": { "ink": "#000000", "paper": "#FFFFFF" }, "fonts": { "text": "Noto Sans" },
      "spacing": { "m": 16 }, "styles": { "big": { "fontSize": { "min": 20, "max": 90 } } },
      "links": { "home": "https://a.example" }, "hashtags": ["#a"] }
    """#
