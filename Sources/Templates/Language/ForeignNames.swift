import BlueHeartDiagnostics
import BlueHeartJSON

/// Names and values from CSS, HTML and other tools, with the equivalents here.
///
/// Synonyms of one field are aliases in its declaration; the rest is here.
enum ForeignNames {
    /// The cure for a field of an object that other tools have; nil where none is known.
    static func cure(for member: JSONMember) -> String? {
        if let cure = fields[camelCased(member.name)] { return cure }
        return nil
    }

    /// Names in camelCase.
    private static let fields: [String: String] = [
        "display":
            "frames arrange their children by \"direction\", \"align\" and \"justify\"; remove it",
        "zIndex": "later children lie over earlier ones; put the node later, and remove it",
        "border": "write \"stroke\": { \"width\": 2, \"paint\": \"ink\" }",
        "borderColor": "write \"stroke\": { \"width\": 2, \"paint\": \"ink\" }",
        "borderWidth": "write \"stroke\": { \"width\": 2, \"paint\": \"ink\" }",
        "strokeWidth": "write \"stroke\": { \"width\": 2, \"paint\": \"ink\" }",
        "backgroundImage": "put an image under the text in a frame with \"direction\": \"overlay\"",
        "x": "write \"position\": \"absolute\" and \"start\"",
        "y": "write \"position\": \"absolute\" and \"top\"",
        "cx": "write \"position\": \"absolute\", \"start\" and \"width\"",
        "cy": "write \"position\": \"absolute\", \"top\" and \"height\"",
        "r": "write \"width\" and \"height\"",
        "columns": "put frames with \"direction\": \"row\" into a column",
        "gridTemplateColumns": "put frames with \"direction\": \"row\" into a column",
        "filter": "write \"blur\", \"shadow\", or an image's \"brightness\", \"duotone\", \"tint\"",
        "backdropFilter": "there is no blur of what lies behind; blur a copy of the picture",
        "visibility": "write \"when\", and leave the node out where its condition fails",
        "flexGrow": "write \"grow\"",
        "flexBasis": "write \"width\" or \"height\"",
        "boxSizing": "sizes count with padding here; remove it",
        "styleRef": "write \"style\"",
        "comment": "JSON files here have no comments; remove it",
        "$comment": "files here have no comments; remove it",
        "size": "write \"width\" and \"height\", or \"fontSize\" for a text",
        "inset": "write \"top\", \"end\", \"bottom\" and \"start\"",
        "rows": "rows belong to the drop: blueheart drop --rows names.csv",
    ]

    /// `font-size` and `FontSize` as `fontSize`.
    static func camelCased(_ name: String) -> String {
        var result = ""
        var isAfterDash = false
        for scalar in name.unicodeScalars.prefix(64) {
            if scalar == "-" || scalar == "_" {
                isAfterDash = !result.isEmpty
            } else {
                let text = String(scalar)
                result +=
                    isAfterDash ? text.uppercased() : result.isEmpty ? text.lowercased() : text
                isAfterDash = false
            }
        }
        return result
    }
}

// MARK: - Types of node

extension ForeignNames {
    /// The cure for a type of node that other tools have.
    static func cure(forType text: String) -> String? {
        let types: [(names: [String], cure: String)] = [
            (["img", "picture", "photo", "svg", "icon"], "write \"image\""),
            (
                ["circle", "oval"],
                "write \"type\": \"shape\", \"shape\": \"ellipse\""
            ),
            (["rect", "rectangle", "box"], "write \"type\": \"shape\", \"shape\": \"rectangle\""),
            (
                ["ellipse", "line", "path", "heart"],
                "write \"type\": \"shape\", \"shape\": \(quoted(text))"
            ),
            (
                ["div", "view", "container", "stack", "flex", "row", "column", "section"],
                "write \"frame\""
            ),
            (["p", "span", "h1", "h2", "h3", "label", "heading", "paragraph"], "write \"text\""),
            (["g", "layer"], "write \"group\""),
            (["qrcode", "code", "barcode"], "write \"qr\""),
            (["loop", "for", "each", "list", "map"], "write \"repeat\""),
        ]
        let name = text.lowercased()
        guard text.utf8.count <= 40 else { return nil }
        return types.first { $0.names.contains(name) }?.cure
    }
}

// MARK: - Values

extension ForeignNames {
    /// The cure for a word that CSS has for a choice.
    static func cure(forChoice text: String, among known: [String]) -> String? {
        guard text.utf8.count <= 40 else { return nil }
        let name = camelCased(text.lowercased())
        if let match = known.first(where: { $0.lowercased() == name.lowercased() }) {
            return "write \(quoted(match))"
        }
        let words: [String: [String]] = [
            "flexStart": ["start"], "flexEnd": ["end"], "left": ["start"], "right": ["end"],
            "centre": ["center"], "middle": ["center"], "uppercase": ["upper"],
            "lowercase": ["lower"], "capitalize": ["title"], "horizontal": ["row"],
            "vertical": ["column"], "stack": ["overlay"], "z": ["overlay"],
            "grid": ["row", "column"],
            "nowrap": ["none"], "hidden": ["clip"], "scaleDown": ["contain"],
            "stretch": ["fill"], "oblique": ["italic"], "multiplication": ["multiply"],
            "inside": ["inner"], "outside": ["outer"], "middleTop": ["top"],
            "evenodd": ["evenOdd"], "nonzero": ["nonZero"], "spaceBetween": ["spaceBetween"],
            "between": ["spaceBetween"], "around": ["spaceAround"], "evenly": ["spaceEvenly"],
            "relative": ["flow"], "static": ["flow"], "fixed": ["absolute"],
            "string": ["text"], "int": ["number"], "integer": ["number"], "float": ["number"],
            "circle": ["ellipse"], "oval": ["ellipse"], "rect": ["rectangle"],
            "square": ["rectangle"], "box": ["rectangle"], "polygon": ["path"],
            "polyline": ["path"], "triangle": ["path"], "star": ["path"], "arc": ["path"],
            "boolean": ["choice"], "bool": ["choice"], "enum": ["choice"], "select": ["choice"],
            "url": ["link"], "array": ["list"], "photo": ["image"], "colour": ["color"],
        ]
        let matches = (words[name] ?? []).filter { word in known.contains(word) }
        return matches.isEmpty
            ? nil : "write " + matches.map { quoted($0) }.joined(separator: " or ")
    }

    /// The cure for a string where a number belongs: `45deg`, `bold`, `50%`.
    static func cure(forNumber node: JSONNode, in range: ClosedRange<Double>) -> String? {
        if case .array = node.value { return "write one number" }
        if case .number(let number) = node.value, range == 0...1, (5...100).contains(number.value) {
            return "write \(shortNumber(number.value / 100)): 1 is the whole"
        }
        guard case .string(let text) = node.value else { return nil }
        let weights = [
            "thin": 100, "light": 300, "normal": 400, "regular": 400, "medium": 500,
            "semibold": 600, "bold": 700, "bolder": 700, "extrabold": 800, "black": 900,
        ]
        if range.upperBound == 1_000, text.utf8.count <= 16, let weight = weights[text.lowercased()]
        {
            return "write \(weight)"
        }
        guard let (number, unit) = numberAndUnit(text) else { return nil }
        if unit == "%", range.upperBound <= 10 { return "write \(shortNumber(number / 100))" }
        let turned = unit == "turn" ? number * 360 : unit == "rad" ? number * 180 / .pi : number
        return "write \(shortNumber((turned * 100).rounded() / 100)) without quotes"
            + (unit.isEmpty ? "" : " and unit")
    }

    /// The cure for `"true"` and 1 where a flag belongs.
    static func cure(forFlag node: JSONNode) -> String? {
        switch node.value {
        case .string("true"), .string("yes"): "write true without quotes"
        case .string("false"), .string("no"): "write false without quotes"
        case .number(let number): number.value == 0 ? "write false" : "write true"
        default: nil
        }
    }

    /// The cure for a colour in another notation: `F58220`, `#F80`, `rgba(…)`, `linear-gradient(…)`.
    static func cure(forColor text: String) -> String? {
        guard text.utf8.count <= 200 else { return nil }
        let lower = text.lowercased()
        if lower.hasPrefix("linear-gradient(") || lower.hasPrefix("radial-gradient(")
            || lower.hasPrefix("conic-gradient(")
        {
            let kind = lower.prefix { $0 != "-" }
            return
                "write { \"type\": \"\(kind)\", \"stops\": [{ \"color\": … }, { \"color\": … }] }"
        }
        if let color = colorHere(lower) {
            let isNamed = named[lower] != nil
            return "write \(quoted(color))" + (isNamed ? ", or a name of the palette" : "")
        }
        if lower.hasPrefix("rgb") || lower.hasPrefix("hsl") || lower.hasPrefix("oklch")
            || lower.hasPrefix("var(")
        {
            return "write # and 6 hex digits, with an alpha after a slash: \"#0A2A5E/50%\""
        }
        if lower.hasPrefix("url(") { return "use an image node for a picture" }
        return nil
    }

    /// The colour as a template writes it: `#F80`, `F58220`, `rgba(…)`, `navy`; nil for others.
    ///
    /// - Parameter text: in lower case.
    static func colorHere(_ text: String) -> String? {
        if let hex = hexOfFunction(text) ?? named[text] { return hex }
        let digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
        guard digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            return nil
        }
        switch digits.utf8.count {
        case 3, 4: return "#" + String(digits.flatMap { [$0, $0] }).uppercased()
        case 6, 8: return "#" + digits.uppercased()
        default: return nil
        }
    }

    /// `rgba(0, 0, 0, 0.3)` as `#000000/30%`; nil for anything else.
    private static func hexOfFunction(_ text: String) -> String? {
        guard text.hasPrefix("rgb"), let open = text.firstIndex(of: "("), text.last == ")" else {
            return nil
        }
        let inner = text[text.index(after: open)...].dropLast()
        let parts = inner.split(whereSeparator: { ", /".contains($0) }).map(String.init)
        guard parts.count == 3 || parts.count == 4 else { return nil }
        let channels = parts.prefix(3).compactMap { Int($0) }.filter { (0...255).contains($0) }
        guard channels.count == 3 else { return nil }
        let hex = channels.map { channel in
            let digits = String(channel, radix: 16, uppercase: true)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
        guard parts.count == 4 else { return "#" + hex }
        let alpha = parts[3]
        let percent =
            alpha.hasSuffix("%") ? Double(alpha.dropLast()) : Double(alpha).map { $0 * 100 }
        guard let percent, (0...100).contains(percent) else { return "#" + hex }
        return "#\(hex)/\(shortNumber((percent * 10).rounded() / 10))%"
    }

    private static let named = [
        "white": "#FFFFFF", "black": "#000000", "red": "#FF0000", "blue": "#0000FF",
        "green": "#008000", "yellow": "#FFFF00", "orange": "#FFA500", "purple": "#800080",
        "gray": "#808080", "grey": "#808080", "navy": "#000080", "transparent": "#00000000",
    ]
}
