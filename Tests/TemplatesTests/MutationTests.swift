import BlueHeartTemplates
import Testing

@Suite struct MutationTests {
    /// A seeded walk through broken templates: each ends in a template or in faults.
    @Test func noBytesMakeTheReadersTrap() throws {
        let files = try ["pledge.json", "kit.json", "words/en.json"].map(Fixture.kitFile)
        var state: UInt64 = 0x5EED
        func random(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        let tokens = [
            "null", "{}", "[]", "-1", "1e9", "\"\"", "\"{\"", "true", ",", "\"safe\"", "'",
        ]
        for _ in 0..<120 {
            var bytes = files[random(below: files.count)]
            for _ in 0...random(below: 3) {
                let place = random(below: bytes.count)
                let end = min(bytes.count, place + random(below: 8))
                let token = Array(tokens[random(below: tokens.count)].utf8)
                bytes.replaceSubrange(place..<end, with: token)
            }
            fuzzTemplate(bytes)
        }
    }
}
