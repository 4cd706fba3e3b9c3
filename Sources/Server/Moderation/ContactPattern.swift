import BlueHeartDiagnostics

/// Contact data in a text: a link, a mail address or account, a telephone number.
enum ContactPattern: String {
    case link = "a web address"
    case mail = "an e-mail address or an account name"
    case phone = "a telephone number"

    /// The first pattern found in a text; nil for none.
    ///
    /// Days (`2026-07-30`, `30.7.2026`), years and times are not telephone numbers.
    ///
    /// - Cost: linear.
    static func found(in text: String) -> ContactPattern? {
        let scalars = text.unicodeScalars.map(plain)
        if scalars.contains("@") { return .mail }
        let parts = scalars.split { $0 == " " || $0 == "," || $0 == ";" }
        if parts.contains(where: isLink) { return .link }
        return hasPhone(scalars) ? .phone : nil
    }
}

/// ASCII form of full-width signs, other dots, and digits of all scripts.
private func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil,
        let plain = Unicode.Scalar(48 + Int(digit))
    {
        return plain
    }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFE6B: return "@"
    case 0x3002, 0xFF61, 0x2024: return "."
    case 0x2044, 0x2215: return "/"
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000, 0x0A: return " "
    case 0x2010...0x2015, 0x2212: return "-"
    default: return scalar
    }
}

extension Unicode.Scalar {
    fileprivate init?(_ value: Int) { self.init(UInt32(value)) }
}

private func isLink(_ written: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = String(String.UnicodeScalarView(written)).lowercased()
    let part = Array(text.unicodeScalars)
    if text.contains("://") || text.hasPrefix("www.") || text.contains(":www.") { return true }
    let host = part.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last else { return false }
    let ending = String(String.UnicodeScalarView(last.prefix { $0.properties.isAlphabetic }))
    guard let name = labels.dropLast().last, !name.isEmpty else { return false }
    if siteEndings.contains(ending) { return true }
    // Two letters are a country's ending where a path or a longer name says so: "St.Jo" is a saint.
    guard ending.utf8.count == 2, last.count == 2 else { return false }
    if host.count < part.count { return true }
    return name.count > 3 && !isName(written, second: ending)
}

/// True for a personal name with a dot and no space: "Maria.Jo", "Anna.De", and "Maria.jo", whose
/// second part is a name by itself.
///
/// Hosts are written in lowercase or in capitals, names with one capital at the front.
private func isName(_ part: ArraySlice<Unicode.Scalar>, second: String) -> Bool {
    let words = part.split(separator: ".", omittingEmptySubsequences: false)
    guard words.count == 2, isCapitalized(words[0]) else { return false }
    return isCapitalized(words[1]) || shortNames.contains(second)
}

private func isCapitalized(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = word.first, first.properties.isUppercase else { return false }
    return word.dropFirst().allSatisfy { $0.properties.isLowercase }
}

/// Short first names that are also country domains.
private let shortNames: Set<String> = [
    "al", "am", "bo", "cy", "gi", "jo", "ki", "li", "lu", "mo", "my", "om", "su", "vi",
]

private let siteEndings: Set<String> = [
    "com", "org", "net", "info", "biz", "gov", "edu", "int", "xyz", "online", "site", "website",
    "shop", "store", "club", "live", "link", "click", "top", "app", "dev", "page", "blog", "news",
    "space", "fun", "icu", "vip", "pro", "mobi", "social", "chat", "cam", "porn", "xxx", "sex",
    "рф", "онлайн", "сайт", "орг", "ком", "укр", "中国", "公司", "网址", "भारत", "مصر",
]

/// True for 7 digits or more with only telephone punctuation between them.
private func hasPhone(_ scalars: [Unicode.Scalar]) -> Bool {
    var groups: [(digits: Int, value: Int)] = []
    var separators: Set<Unicode.Scalar> = []
    for scalar in scalars + ["x"] {
        if scalar.isASCIIDigit {
            if groups.isEmpty { groups.append((0, 0)) }
            groups[groups.count - 1].digits += 1
            groups[groups.count - 1].value =
                (groups[groups.count - 1].value * 10 + Int(scalar.value) - 48) % 1_000_000
            continue
        }
        if " -./()+".unicodeScalars.contains(scalar), !groups.isEmpty {
            if groups[groups.count - 1].digits > 0 { groups.append((0, 0)) }
            separators.insert(scalar)
            continue
        }
        if isPhone(groups.filter { $0.digits > 0 }, separators) { return true }
        (groups, separators) = ([], [])
    }
    return false
}

private func isPhone(
    _ groups: [(digits: Int, value: Int)], _ separators: Set<Unicode.Scalar>
) -> Bool {
    let digits = groups.reduce(0) { $0 + $1.digits }
    guard digits >= 7 else { return false }
    let isYear: ((digits: Int, value: Int)) -> Bool = {
        $0.digits == 4 && (1_000...2_999).contains($0.value)
    }
    if groups.allSatisfy(isYear) { return false }
    let years = groups.filter(isYear).count
    let isDay = groups.count == 3 && years == 1 && digits <= 8 && !separators.contains("+")
    return !isDay
}
