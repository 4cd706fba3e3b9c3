import BlueHeartDrawing
import BlueHeartGeometry

extension Style {
    /// Sets a property; an invalid value leaves it unchanged.
    ///
    /// One case a property.
    mutating func set(_ property: String, _ value: String, _ parent: Style) {
        switch property {
        case "color": ColorValue(value).map { color = $0.resolved(parent.color) }
        case "font-size": fontSize = size(value, parent)
        case "fill": paint(value).map { fill = $0 }
        case "fill-opacity": opacity(value).map { fillOpacity = $0 }
        case "fill-rule": rule(value).map { fillRule = $0 }
        case "clip-rule": rule(value).map { clipRule = $0 }
        case "stroke": paint(value).map { stroke = $0 }
        case "stroke-opacity": opacity(value).map { strokeOpacity = $0 }
        case "stroke-width": Length(value).map { if $0.value >= 0 { strokeWidth = $0 } }
        case "stroke-linecap": Stroke.Cap(rawValue: value).map { strokeCap = $0 }
        case "stroke-linejoin": setJoin(value)
        case "stroke-miterlimit": Double(value).map { if $0 >= 1 { miterLimit = $0 } }
        case "stroke-dasharray": setDashes(value)
        case "stroke-dashoffset": Length(value).map { dashOffset = $0 }
        case "visibility": isVisible = value == "visible"
        case "marker-start": markerStart = reference(value)
        case "marker-mid": markerMid = reference(value)
        case "marker-end": markerEnd = reference(value)
        case "paint-order": setPaintOrder(value)
        case "shape-rendering":
            isSmooth = !["optimizeSpeed", "crispEdges"].contains(value)
        case "image-rendering":
            isPixelated = ["optimizeSpeed", "pixelated", "crisp-edges"].contains(value)
        case "color-interpolation": interpolation = value == "linearRGB" ? .linear : .srgb
        case "color-interpolation-filters":
            if value == "sRGB" || value == "srgb" { filterInterpolation = .srgb }
            if value == "linearRGB" || value == "auto" { filterInterpolation = .linear }
        default:
            if !setOwn(property, value) { setFont(property, value) }
        }
    }

    /// Properties that are not inherited; false for other names.
    private mutating func setOwn(_ property: String, _ value: String) -> Bool {
        switch property {
        case "display": own.isDisplayed = value != "none"
        case "opacity": opacity(value).map { own.opacity = $0 }
        case "clip-path": own.clipPath = reference(value)
        case "mask": own.mask = reference(value)
        case "mask-type": own.isAlphaMask = value == "alpha"
        case "filter": own.filter = FilterValue.list(value)
        case "mix-blend-mode": own.blend = BlendMode(css: value) ?? .normal
        case "isolation": own.isIsolated = value == "isolate"
        case "overflow": own.clipsOverflow = value == "hidden" || value == "scroll"
        case "stop-color": ColorValue(value).map { own.stopColor = $0 }
        case "stop-opacity": opacity(value).map { own.stopOpacity = $0 }
        case "flood-color": ColorValue(value).map { own.floodColor = $0 }
        case "flood-opacity": opacity(value).map { own.floodOpacity = $0 }
        case "lighting-color": ColorValue(value).map { own.lightingColor = $0 }
        case "background-color": own.background = ColorValue(value)
        case "transform":
            var cursor = TextCursor(value)
            own.transform = cursor.transform() ?? .identity
        case "transform-origin": own.transformOrigin = Self.origin(value)
        case "vector-effect": own.scalesStroke = value != "non-scaling-stroke"
        default: return false
        }
        return true
    }

    private func paint(_ text: String) -> PaintValue? {
        switch text.asciiLowercased {
        case "none": return PaintValue.none
        case "context-fill": return .contextFill
        case "context-stroke": return .contextStroke
        default: break
        }
        guard let (reference, rest) = leadingReference(text) else {
            switch ColorValue(text) {
            case .color(let color): return .color(color)
            case .current: return .current
            case nil: return nil
            }
        }
        let fallback = rest.isEmpty ? nil : paint(rest)
        return .server(reference, fallback: fallback)
    }

    private func rule(_ value: String) -> FillRule? {
        switch value {
        case "nonzero": .nonZero
        case "evenodd": .evenOdd
        default: nil
        }
    }

    private mutating func setJoin(_ value: String) {
        switch value {
        case "round": strokeJoin = .round
        case "bevel": strokeJoin = .bevel
        case "miter", "miter-clip", "arcs": strokeJoin = .miter
        default: break
        }
    }

    private mutating func setDashes(_ value: String) {
        guard value != "none" else {
            dashes = []
            return
        }
        var cursor = TextCursor(value)
        var lengths: [Length] = []
        cursor.skipBlanks()
        while let length = cursor.length() {
            lengths.append(length)
            cursor.skipSeparator()
        }
        guard cursor.isAtEnd else { return }
        dashes = lengths.contains { $0.value < 0 } ? [] : lengths
    }

    private mutating func setPaintOrder(_ value: String) {
        let all: [String: PaintLayer] = ["fill": .fill, "stroke": .stroke, "markers": .markers]
        var order: [PaintLayer] = []
        if value != "normal" {
            for word in value.words {
                guard let layer = all[word], !order.contains(layer) else { return }
                order.append(layer)
            }
        }
        for layer in [PaintLayer.fill, .stroke, .markers] where !order.contains(layer) {
            order.append(layer)
        }
        paintOrder = order
    }

    private static func origin(_ value: String) -> [Length] {
        var (x, y): (Length?, Length?)
        for word in value.words {
            switch word {
            case "left": x = .percent(0)
            case "right": x = .percent(100)
            case "top": y = .percent(0)
            case "bottom": y = .percent(100)
            case "center": if x == nil { x = .percent(50) } else { y = y ?? .percent(50) }
            default:
                guard let length = Length(word) else { return [] }
                if x == nil { x = length } else if y == nil { y = length }
            }
        }
        return [x ?? .percent(50), y ?? .percent(50)]
    }
}

/// A number or a percentage, held in 0 to 1.
func opacity(_ text: String) -> Double? {
    guard let length = Length(text) else { return nil }
    switch length.unit {
    case .px: return min(max(length.value, 0), 1)
    case .percent: return min(max(length.value / 100, 0), 1)
    default: return nil
    }
}

/// The reference of a value that is only one; nil for `none` and anything else.
func reference(_ text: String) -> Reference? {
    leadingReference(text)?.reference
}

/// The reference at the start of a value, and the text after it.
func leadingReference(_ text: String) -> (reference: Reference, rest: String)? {
    var cursor = TextCursor(text)
    cursor.skipBlanks()
    guard cursor.accept(word: "url(") else { return nil }
    cursor.skipBlanks()
    let inside: String
    if let quote = cursor.next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        cursor.offset += 1
        inside = cursor.take { $0 != quote }.trimmed
        cursor.offset += 1
        cursor.skipBlanks()
    } else {
        inside = cursor.take { $0 != UInt8(ascii: ")") }.trimmed
    }
    guard cursor.accept(UInt8(ascii: ")")) else { return nil }
    let rest = String(decoding: cursor.bytes[cursor.offset...], as: UTF8.self).trimmed
    return (Reference(address: inside), rest)
}

extension Reference {
    init(address: String) {
        text = address
        id = address.utf8.first == UInt8(ascii: "#") ? String(address.utf8.dropFirst()) : nil
    }
}

extension BlendMode {
    /// The mode of a name such as `color-dodge`.
    init?(css name: String) {
        let parts = name.split(separator: "-")
        let joined = parts.enumerated().map {
            $0.offset == 0 ? String($0.element) : $0.element.capitalizedASCII
        }
        self.init(rawValue: joined.joined())
    }
}

extension Substring {
    fileprivate var capitalizedASCII: String {
        guard let first = utf8.first else { return "" }
        let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) ? first & 0xDF : first
        return String(decoding: [upper] + Array(utf8.dropFirst()), as: UTF8.self)
    }
}
