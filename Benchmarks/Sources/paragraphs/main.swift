import BenchmarkFonts
import BlueHeartDrawing
import BlueHeartLanguages
import BlueHeartTypesetting
import Glibc

// Lays the six paragraphs of card C out, round after round, and a headline at a fixed and at a
// fitted size; prints milliseconds, one line a measurement:
//
//   paragraphs FONTS ROUNDS
//
// FONTS is the project's folder of fonts. Fonts are loaded before; a number at the end of each text
// changes from round to round, so that nothing is shaped twice.

let texts = [
    ("en", "Human trafficking affects every country. Together we can end it."),
    ("ar", "الاتجار بالبشر يؤثر على كل بلد. معًا يمكننا وضع حد له."),
    ("zh-Hans", "人口贩运影响着世界上每一个国家。只要我们携手努力，就能够终结人口贩运。"),
    ("hi", "मानव तस्करी हर देश को प्रभावित करती है। हम सब मिलकर इसे समाप्त कर सकते हैं।"),
    ("ru", "Торговля людьми затрагивает каждую страну. Вместе мы можем положить ей конец."),
    ("sk", "Obchodovanie s ľuďmi postihuje každú krajinu. Spoločne mu dokážeme urobiť koniec."),
]

func paragraph(_ text: String, _ tag: String, size: ClosedRange<Double>) throws -> Paragraph {
    Paragraph(
        spans: [TextSpan(text, style: TextStyle(fontFamilies: ["Noto Sans"], fontWeight: 700))],
        language: try Language(tag: tag), fontSize: size, lineHeight: 1.35)
}

func milliseconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1e6
}

/// Prints the 10th percentile and the median of what `work` takes with each number.
func measure(_ name: String, rounds: Int, _ work: (Int) throws -> Void) throws {
    var times: [Double] = []
    for round in -3..<rounds {
        let start = milliseconds()
        try work(round)
        if round >= 0 { times.append(milliseconds() - start) }
    }
    times.sort()
    print(name, times[rounds / 10], times[rounds / 2])
}

let arguments = CommandLine.arguments
guard arguments.count == 3, let rounds = Int(arguments[2]), rounds > 0 else {
    print("usage: paragraphs FONTS ROUNDS")
    exit(64)
}
let typesetter = try benchmarkTypesetter(fonts: arguments[1])
let headline = "Behind every number is a person. Wear the blue heart,"

try measure("six-paragraphs", rounds: rounds) { round in
    for (tag, text) in texts {
        let paragraph = try paragraph("\(text) \(round + 10)", tag, size: 40...40)
        _ = try typesetter.typeset(paragraph, width: 900)
    }
}
try measure("headline-fixed", rounds: rounds) { round in
    _ = try typesetter.typeset(
        paragraph("\(headline) \(round + 10)", "en", size: 58...58), width: 640, height: 300)
}
try measure("headline-fitted", rounds: rounds) { round in
    _ = try typesetter.typeset(
        paragraph("\(headline) \(round + 10).", "en", size: 24...120), width: 640, height: 300)
}
