import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartRequests

extension Parameter {
    /// The value of a text that a caller gives; the faults have no place yet.
    ///
    /// - Parameter name: the name under which it was given, for messages; nil for the parameter's.
    func check(
        _ text: String, in kit: Kit, form: ParameterValues.Form = .text, named name: String? = nil
    ) throws(CardError) -> CheckedValue {
        do throws(CardError) {
            return try checked(text, in: kit, form)
        } catch {
            guard let name, !isSameName(name, self.name) else { throw error }
            throw CardError(
                error.kind, error.diagnostics.map { $0.renamed(from: self.name, to: name) })
        }
    }

    private func checked(
        _ text: String, in kit: Kit, _ form: ParameterValues.Form
    ) throws(CardError) -> CheckedValue {
        switch kind {
        case .text: return .text(try checkedText(text))
        case .number: return .number(try checkedNumber(text))
        case .color: return .color(try checkedColor(text, kit), text)
        case .image: return .image(try checkedImage(text, form))
        case .date: return .date(try checkedDate(text), text)
        case .choice: return .choice(try checkedChoice(text))
        case .link: return .link(try checkedLink(text))
        case .country: return .country(try checkedCountry(text))
        case .list:
            throw refused(
                "bad-list", "expected items, found one value",
                hint: "give each by its own name, like \(name(ofItem: 1, field: 0))")
        }
    }

    private func refused(_ code: String, _ message: String, hint: String? = nil) -> CardError {
        CardError(
            .data,
            Diagnostic(code: code, "\(quoted(name)): \(message)", path: valuePath, hint: hint))
    }

    /// The way to the value as a caller knows it.
    var valuePath: JSONPath { JSONPath([.key(name)]) }

    private func checkedText(_ text: String) throws(CardError) -> String {
        if let refusal = TextRefusal.of(text, allowsLines: allowsLines) {
            throw refused(refusal.code, refusal.message, hint: refusal.hint)
        }
        // Counting clusters is linear; the text has at most 4,096 scalars.
        if let maxLength, text.count > maxLength {
            throw refused(
                "text-too-long",
                "expected at most \(maxLength) characters, found \(text.count)", hint: "shorten it")
        }
        return text
    }

    private func checkedNumber(_ text: String) throws(CardError) -> Double {
        guard let number = plainNumber(text) else {
            throw refused(
                "bad-number", "expected a number, found \(quoted(text))",
                hint: "write digits, with a point before decimals, like 27600 or 0.5")
        }
        return try checkedRange(number, written: text)
    }

    /// A number that an expression gave, within the parameter's range.
    func check(
        _ number: Double, at location: SourceLocation, path: JSONPath
    ) throws(CardError) -> Double {
        do throws(CardError) {
            return try checkedRange(number, written: shortNumber(number))
        } catch {
            throw CardError(
                error.kind,
                error.diagnostics.map { diagnostic in
                    var placed = diagnostic
                    (placed.location, placed.path) = (location, path.appending(.key("default")))
                    return placed
                })
        }
    }

    private func checkedRange(
        _ number: Double, written text: String
    ) throws(CardError) -> Double {
        let low = max(minimum ?? Self.numbers.lowerBound, Self.numbers.lowerBound)
        let high = min(maximum ?? Self.numbers.upperBound, Self.numbers.upperBound)
        guard number >= low, number <= high else {
            let bounds =
                minimum == nil && number > high
                ? "up to \(shortNumber(high))"
                : maximum == nil && number < low
                    ? "from \(shortNumber(low)) on"
                    : "from \(shortNumber(low)) to \(shortNumber(high))"
            throw refused("out-of-range", "expected a number \(bounds), found \(text)")
        }
        return number
    }

    private func checkedColor(_ text: String, _ kit: Kit) throws(CardError) -> Color {
        if let color = Color(hex: text) { return color }
        if isName(text), let color = kit.palette[text] { return color }
        let names = kit.palette.keys.sorted()
        throw refused(
            "bad-color", "expected a colour, found \(quoted(text))",
            hint: nearestName(to: text, in: names).map { "did you mean \(quoted($0))?" }
                ?? "write a name of the palette, or # and 6 hex digits")
    }

    private func checkedImage(_ text: String, _ form: ParameterValues.Form) throws(CardError)
        -> String
    {
        if form == .picture { return text }
        if let problem = pathProblem(text) {
            throw refused("path-leaves-kit", problem, hint: pathCure)
        }
        return text
    }

    private func checkedDate(_ text: String) throws(CardError) -> CalendarDay {
        guard let day = CalendarDay(iso8601: text) else {
            throw refused(
                "bad-date", "expected a day, found \(quoted(text))",
                hint: "write year, month and day, like 2026-07-30")
        }
        if let earliest, day < earliest {
            throw refused("out-of-range", "expected a day from \(iso(earliest)) on, found \(text)")
        }
        if let latest, latest < day {
            throw refused("out-of-range", "expected a day up to \(iso(latest)), found \(text)")
        }
        return day
    }

    private func checkedChoice(_ text: String) throws(CardError) -> Choice {
        if let choice = choices.first(where: { isSameName($0.value, text) }) { return choice }
        let names = choices.map(\.value)
        throw refused(
            "unknown-choice", "no choice is named \(quoted(text))",
            hint: nearestName(to: text, in: names).map { "did you mean \(quoted($0))?" }
                ?? listed(names))
    }

    private func checkedLink(_ text: String) throws(CardError) -> String {
        if let refusal = TextRefusal.of(text, allowsLines: false) {
            throw refused(refusal.code, refusal.message, hint: refusal.hint)
        }
        if let problem = linkProblem(text) {
            throw refused("bad-link", problem, hint: "write https://, then the address")
        }
        return text
    }

    private func checkedCountry(_ text: String) throws(CardError) -> String {
        let english = Language(tag: "en", direction: .leftToRight)
        guard text.utf8.count == 2, english.countryName(text) != nil else {
            throw refused(
                "unknown-country", "expected two letters of a country, found \(quoted(text))",
                hint: "write the two capital letters of ISO 3166, like SK")
        }
        return text
    }
}

extension Diagnostic {
    /// The same fault of a value that was given under a longer name: `people.3.name`.
    fileprivate func renamed(from old: String, to name: String) -> Diagnostic {
        var renamed = self
        if message.hasPrefix(quoted(old) + ":") {
            renamed.message = quoted(name) + String(message.dropFirst(quoted(old).count))
        }
        renamed.path = JSONPath([.key(name)])
        return renamed
    }
}

/// A number as JSON writes it; nil for anything else, `nan`, `0x10` and `1,000` among it.
func plainNumber(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    guard (1...30).contains(bytes.count), bytes.contains(where: { (48...57).contains($0) }),
        bytes.enumerated().allSatisfy({ index, byte in
            (48...57).contains(byte) || byte == UInt8(ascii: ".")
                || byte == UInt8(ascii: "-") && index == 0
        }),
        bytes.last != UInt8(ascii: "."), (48...57).contains(bytes[bytes[0] == 0x2D ? 1 : 0])
    else { return nil }
    return Double(text)
}

/// `5`, `0.5`, without a needless fraction.
func shortNumber(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
}

private func iso(_ day: CalendarDay) -> String {
    func padded(_ number: Int, _ length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
    return "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
}

/// The fault of a path inside the kit's artwork; nil if it is valid.
func pathProblem(_ path: String) -> String? {
    guard (1...512).contains(path.utf8.count) else { return "expected a path of 1 to 512 bytes" }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.first?.isEmpty == true { return "expected a path in the kit, found one from the root" }
    if parts.contains(where: { $0.elementsEqual("..".utf8) }) {
        return "expected a path in the kit, found one that leaves it by \"..\""
    }
    if parts.contains(where: { $0.isEmpty || $0.elementsEqual(".".utf8) }) {
        return "expected a path without empty parts and \".\""
    }
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "\\" && scalar != ":"
    }
    return isPlain ? nil : "expected a path without control characters, \"\\\" and \":\""
}

let pathCure = "write the way from the kit's artwork folder, like \"hearts/blue.svg\""
