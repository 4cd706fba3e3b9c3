import BlueHeartLanguages

/// A group of cases of BidiCharacterTest.txt that ICU 72 resolves otherwise than the standard.
struct MissedBidiCases {
    var base: TextDirection
    /// Units in hexadecimal.
    var texts: [String]
}

let bidiCasesICUMisses: [MissedBidiCases] = [
    // An isolate between embeddings inside an override: ICU takes the isolate's own marks for
    // letters of the embedding before them.
    MissedBidiCases(
        base: .leftToRight,
        texts: [
            "202e 61 202a 62 202c 2066 63 2069 202a 64 202c 65 202c",
            "202d 661 202b 662 202c 2068 663 2069 202b 664 202c 665 202c",
        ]),
    MissedBidiCases(
        base: .rightToLeft,
        texts: [
            "202e 61 202a 62 202c 2066 63 2069 202a 64 202c 65 202c",
            "202d 5d0 202b 5d1 202c 2068 5d2 2069 202b 5d3 202c 5d4 202c",
        ]),
    // Brackets whose partner is inside or outside an override: ICU pairs them all the same.
    MissedBidiCases(
        base: .leftToRight,
        texts: [
            "202b 61 28 62 202c 202e 29",
            "202b 61 28 62 202c 202e 29 202c",
            "202a 202e 61 202c 28 5d0 202c 202d 29 202c",
            "202a 202e 61 202c 28 5b 5d0 202c 202d 5d 29 202c",
            "202e 28 202c 202b 61 29 62",
            "202e 28 202c 202b 61 29 62 202c",
            "202d 202e 61 202c 28 202c 202a 5d0 29 5d1",
            "202d 202e 61 202c 28 5b 202c 202a 5d0 5d 29 5d1",
        ]),
    MissedBidiCases(
        base: .rightToLeft,
        texts: [
            "202a 5d0 28 5d1 202c 202d 29",
            "202a 5d0 28 5d1 202c 202d 29 202c",
            "202b 202d 5d0 202c 28 61 202c 202e 29 202c",
            "202b 202d 5d0 202c 28 5b 61 202c 202e 5d 29 202c",
            "202d 28 202c 202a 5d0 29 5d1",
            "202d 28 202c 202a 5d0 29 5d1 202c",
            "202e 202d 5d0 202c 28 202c 202b 61 29 62",
            "202e 202d 5d0 202c 28 5b 202c 202b 61 5d 29 62",
        ]),
    // A combining mark on the closing bracket of a pair: ICU gives it the level around the pair.
    MissedBidiCases(
        base: .leftToRight,
        texts: [
            "5d0 28 5d1 29 331",
            "5d0 28 332 5d1 29 333",
            "661 28 662 29 331",
            "661 28 332 662 29 333",
            "41 200f 5b 5d0 5d 200d 20d6",
            "41 200f 5b 200d 20d6 5d0 5d 200d 20d6",
            "41 200f 5b 200d 200b 20d6 5d0 5d 200b 200d 20d6",
        ]),
    MissedBidiCases(
        base: .rightToLeft,
        texts: [
            "61 28 62 29 331",
            "61 28 332 62 29 333",
        ]),
    // More than 63 open brackets: the standard gives up, ICU goes on and pairs them.
    MissedBidiCases(
        base: .rightToLeft,
        texts: [
            "61 " + String(repeating: "28 ", count: 64) + "62"
                + String(repeating: " 29", count: 64)
        ]),
]
