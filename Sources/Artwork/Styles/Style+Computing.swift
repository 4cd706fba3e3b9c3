import BlueHeartDrawing
import BlueHeartGeometry

extension Style {
    /// The style of an element from its own declarations and the style around it.
    static func computed(_ declared: [String: String], inside parent: Style) -> Style {
        var style = parent
        style.own = OwnStyle()
        guard !declared.isEmpty else { return style }
        var variables = parent.custom
        for (name, value) in declared where name.utf8.starts(with: "--".utf8) {
            variables[name] = value
        }
        style.custom = variables
        // Others are counted in these.
        style.take("font", declared, parent)
        style.take("font-size", declared, parent)
        style.take("color", declared, parent)
        for property in declared.keys where !earlyProperties.contains(property) {
            style.take(property, declared, parent)
        }
        return style
    }

    private mutating func take(
        _ property: String, _ declared: [String: String], _ parent: Style
    ) {
        guard let written = declared[property], !property.utf8.starts(with: "--".utf8),
            let value = substituted(written, custom)?.trimmed
        else { return }
        switch value.asciiLowercased {
        case "inherit": inherit(property, from: parent)
        case "initial": reset(property)
        case "unset", "revert":
            if !Property.inherited.contains(property) { reset(property) }
        default: set(property, value, parent)
        }
    }

    /// Only of those properties that an element does not inherit anyway, or that came from another.
    private mutating func inherit(_ property: String, from parent: Style) {
        switch property {
        case "opacity": own.opacity = parent.own.opacity
        case "clip-path": own.clipPath = parent.own.clipPath
        case "mask": own.mask = parent.own.mask
        case "filter": own.filter = parent.own.filter
        case "mix-blend-mode": own.blend = parent.own.blend
        case "isolation": own.isIsolated = parent.own.isIsolated
        case "overflow": own.clipsOverflow = parent.own.clipsOverflow
        case "stop-color": own.stopColor = parent.own.stopColor
        case "stop-opacity": own.stopOpacity = parent.own.stopOpacity
        case "flood-color": own.floodColor = parent.own.floodColor
        case "flood-opacity": own.floodOpacity = parent.own.floodOpacity
        case "lighting-color": own.lightingColor = parent.own.lightingColor
        case "display": own.isDisplayed = parent.own.isDisplayed
        case "transform": own.transform = parent.own.transform
        case "mask-type": own.isAlphaMask = parent.own.isAlphaMask
        default: break
        }
    }

    private mutating func reset(_ property: String) {
        let initial = Style()
        switch property {
        case "color": color = initial.color
        case "fill": fill = initial.fill
        case "fill-opacity": fillOpacity = initial.fillOpacity
        case "fill-rule": fillRule = initial.fillRule
        case "stroke": stroke = initial.stroke
        case "stroke-opacity": strokeOpacity = initial.strokeOpacity
        case "stroke-width": strokeWidth = initial.strokeWidth
        case "stroke-dasharray": dashes = []
        case "visibility": isVisible = true
        default: break
        }
    }
}

private let earlyProperties: Set<String> = ["font", "font-size", "color"]

/// A value with its `var()` replaced; nil where a variable without fallback is missing.
private func substituted(_ text: String, _ variables: [String: String], depth: Int = 0) -> String? {
    guard text.utf8.count <= 65_536, depth < 16 else { return nil }
    guard text.bytesContain("var(") else { return text }
    var cursor = TextCursor(text)
    var result = ""
    while !cursor.isAtEnd {
        result += cursor.take { $0 != UInt8(ascii: "v") && $0 != UInt8(ascii: "V") }
        guard cursor.accept(word: "var(") else {
            if let byte = cursor.next { result += String(decoding: [byte], as: UTF8.self) }
            cursor.offset += 1
            continue
        }
        cursor.skipBlanks()
        let name = cursor.name()
        cursor.skipBlanks()
        let fallback = cursor.accept(UInt8(ascii: ",")) ? cursor.argument() : nil
        _ = cursor.accept(UInt8(ascii: ")"))
        guard let value = variables[name] ?? fallback,
            let full = substituted(value, variables, depth: depth + 1)
        else { return nil }
        result += full
        guard result.utf8.count <= 65_536 else { return nil }
    }
    return result
}

extension TextCursor {
    /// The text up to the bracket that closes the function around it.
    mutating func argument() -> String {
        let start = offset
        var depth = 0
        while let byte = next {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") {
                if depth == 0 { break }
                depth -= 1
            }
            offset += 1
        }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }
}
