import Codecs
import JSON
import Templates

/// A reader of foreign bytes: whatever it is given, it returns, and takes no more than its limits.
struct Entry: Sendable {
    var name: String
    var run: @Sendable ([UInt8]) -> Void
}

let entries: [Entry] = [
    Entry(name: "json") { bytes in
        do { _ = try JSONDocument.read(bytes, file: "fuzz.json") } catch {}
    },
    Entry(name: "png", run: DecoderFuzzing.decodesPNG),
    Entry(name: "jpeg", run: DecoderFuzzing.decodesJPEG),
    Entry(name: "webp", run: DecoderFuzzing.decodesWebP),
    Entry(name: "picture", run: DecoderFuzzing.decodesAnything),
    Entry(name: "template", run: fuzzTemplate),
]
