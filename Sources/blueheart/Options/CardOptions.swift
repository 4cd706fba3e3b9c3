import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartRequests

/// Values and formats of cards.
struct CardOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Value of a template parameter; can be repeated.", valueName: "name=value"))
    var set: [String] = []

    @Option(
        help: ArgumentHelp(
            "\(alternatives(ImageFormat.written.map(\.rawValue))). Default: the best format for the placement.",
            valueName: "format"))
    var format: ImageFormat?

    @Option(help: ArgumentHelp("Time to spend on making PNG files smaller.", valueName: "effort"))
    var effort: EncodeEffort = .default

    func validate() throws { _ = try values() }

    func values() throws -> ParameterValues { try parameterValues(set) }
}

/// Names from repeated options, or separated by commas.
func namesList(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",").map(withoutOuterSpaces) }.filter { !$0.isEmpty }
}

private func withoutOuterSpaces(_ name: Substring) -> String {
    var name = name
    while name.first == " " { name.removeFirst() }
    while name.last == " " { name.removeLast() }
    return String(name)
}

/// A choice of names: nil for `all`.
enum Choice: Equatable {
    case all
    case none
    case named([String])

    init(_ values: [String]) {
        let names = namesList(values)
        self = names.contains("all") ? .all : names.isEmpty ? .none : .named(names)
    }
}

/// The values of `--set`, by name; the last of equal names is used.
///
/// - Throws: `ValidationError` for a text without a name and an equals sign.
func parameterValues(_ set: [String]) throws -> ParameterValues {
    var values = ParameterValues()
    for text in set {
        guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")), sign > text.startIndex else {
            throw ValidationError("--set: expected name=value, found \(quoted(text))")
        }
        values.set(
            .init(
                String(text[..<sign]), String(text[text.utf8.index(after: sign)...]),
                source: .argument))
    }
    return values
}
