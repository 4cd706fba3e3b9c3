/// What people type at the ends of what they may.
enum ExtremeText: CaseIterable {
    case oneLetter, words, oneWord, capitals, mixed

    static let languages = ["en", "ar", "ru"]

    /// At most `limit` characters, and as many of them as whole words give.
    func text(in language: String, limit: Int) -> String {
        let sample = Self.samples[language] ?? "everyone"
        return switch self {
        case .oneLetter: String(sample.prefix(1))
        case .words: Self.filled(with: sample, limit: limit)
        case .oneWord: String(repeating: "unpronounceable", count: 12).prefix(limit).description
        case .capitals: Self.filled(with: sample, limit: limit).uppercased()
        case .mixed: Self.filled(with: "\(sample) Amal \u{0623}\u{0645}\u{0644} 7", limit: limit)
        }
    }

    private static let samples = [
        "en": "Everyone who stands with survivors brings some light to their road",
        "ar": "كل من يقف مع الناجين يضيء الطريق إلى البيت للجميع دائما",
        "ru": "Каждый кто рядом с пострадавшими освещает дорогу домой для всех",
    ]

    /// The words of the sample again and again, as long as they fit.
    private static func filled(with sample: String, limit: Int) -> String {
        let words = sample.split(separator: " ")
        var text = ""
        for index in 0..<limit {
            let next = text + (text.isEmpty ? "" : " ") + words[index % words.count]
            guard next.count <= limit else { break }
            text = next
        }
        return text.isEmpty ? String(sample.prefix(limit)) : text
    }
}
