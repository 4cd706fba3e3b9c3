import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartGeometry
import BlueHeartJSON

private enum Outline: String, CaseIterable { case rectangle, circle }

/// A size in whole px.
private struct PixelSize: Hashable {
    var width: Int
    var height: Int
}

extension Placement {
    /// Allowed length of a side, in px.
    private static let sides = 16...8_192

    static func read(
        _ name: String, _ node: JSONNode, _ path: JSONPath
    ) throws(CardError) -> Placement {
        var object = ObjectReader(node, at: path)
        var provenance: [String: Provenance] = [:]
        func figure<Value>(
            _ field: String, _ standIn: Value, _ body: NodeBody<Value>
        ) -> Value where Value: Hashable & Sendable {
            let figure = object.optional(field) { node, path throws(CardError) in
                try Figure.read(node, at: path, body)
            }
            provenance[field] = figure?.provenance
            return figure?.value ?? standIn
        }
        let title = object.string("title")
        let kind = object.optionalString("kind")
        let networks = object.each("networks") { node, path throws(CardError) in
            try node.string(at: path)
        }
        for field in ["size", "safe", "formats"] { _ = object.node(field) }
        let size = figure("size", PixelSize(width: 16, height: 16), readSize)
        let safe = figure("safe", Insets.zero, readInsets)
        let crop = figure("crop", Insets.zero, readInsets)
        let preview = figure("preview", Insets.zero, readInsets)
        let covers = figure("covered", [Cover](), readCovers)
        let outline = figure("shape", Outline.rectangle) { node, path throws(CardError) in
            try node.choice(at: path)
        }
        let maxBytes = figure("maxBytes", Int?.none) { node, path throws(CardError) in
            try node.integer(at: path, in: 10_000...100_000_000, unit: "bytes")
        }
        let formats = figure("formats", [ImageFormat.png], readFormats)
        let displayWidth = figure("displayWidth", Double?.none) { node, path throws(CardError) in
            try node.number(at: path, in: 16...8_192, unit: "px")
        }
        let placement = Placement(
            name: name, title: title, kind: kind, widthInPixels: size.width,
            heightInPixels: size.height,
            safeInsets: safe, crop: crop, preview: preview, covers: covers,
            isCircular: outline == .circle, maxBytes: maxBytes, formats: formats,
            networks: networks, displayWidth: displayWidth, provenance: provenance)
        if !object.hasFaults { placement.checkFit(in: &object) }
        try object.finish()
        return placement
    }

    private func checkFit(in object: inout ObjectReader) {
        if safeArea.isEmpty {
            object.note(
                "no-safe-area",
                "expected insets that leave a visible area, found none left in "
                    + "\(widthInPixels) x \(heightInPixels) px", at: "safe")
        }
        for (field, insets) in [("crop", crop), ("preview", preview)]
        where wholeArea.inset(by: insets).isEmpty {
            object.note(
                "no-safe-area",
                "expected insets that leave a visible area, found none left in "
                    + "\(widthInPixels) x \(heightInPixels) px", at: field)
        }
        if isCircular, widthInPixels != heightInPixels {
            object.note(
                "not-square",
                "expected a square for a circular placement, found "
                    + "\(widthInPixels) x \(heightInPixels) px", at: "size")
        }
    }

    private static func readSize(
        _ node: JSONNode, _ path: JSONPath
    ) throws(CardError) -> PixelSize {
        var object = ObjectReader(node, at: path)
        let size = PixelSize(
            width: object.integer("width", in: sides, unit: "px"),
            height: object.integer("height", in: sides, unit: "px"))
        try object.finish()
        return size
    }

    private static func readInsets(
        _ node: JSONNode, _ path: JSONPath
    ) throws(CardError) -> Insets {
        var object = ObjectReader(node, at: path)
        let range = 0.0...8_192.0
        let insets = Insets(
            top: object.number("top", in: range, unit: "px"),
            right: object.number("right", in: range, unit: "px"),
            bottom: object.number("bottom", in: range, unit: "px"),
            left: object.number("left", in: range, unit: "px"))
        try object.finish()
        return insets
    }

    private static func readCovers(
        _ node: JSONNode, _ path: JSONPath
    ) throws(CardError) -> [Cover] {
        var covers: [Cover] = []
        for (index, element) in try node.array(at: path).enumerated() {
            var object = ObjectReader(element, at: path.appending(.index(index)))
            let (places, lengths) = (-8_192.0...8_192.0, 1.0...8_192.0)
            covers.append(
                Cover(
                    title: object.string("title"),
                    shape: object.choice(
                        "shape", of: Cover.Shape.self, default: .rectangle),
                    area: Rect(
                        x: object.number("x", in: places, unit: "px"),
                        y: object.number("y", in: places, unit: "px"),
                        width: object.number("width", in: lengths, unit: "px"),
                        height: object.number("height", in: lengths, unit: "px"))))
            try object.finish()
        }
        return covers
    }

    private static func readFormats(
        _ node: JSONNode, _ path: JSONPath
    ) throws(CardError) -> [ImageFormat] {
        var formats: [ImageFormat] = []
        for (index, element) in try node.array(at: path).enumerated() {
            let way = path.appending(.index(index))
            let format = try element.choice(at: way, among: ImageFormat.written)
            guard !formats.contains(format) else {
                throw fault(
                    "duplicate-format", "duplicate format \(format.rawValue)", element,
                    way)
            }
            formats.append(format)
        }
        guard !formats.isEmpty else {
            throw fault("no-format", "expected at least one format, found none", node, path)
        }
        return formats
    }

    private static func fault(
        _ code: String, _ message: String, _ node: JSONNode, _ path: JSONPath
    ) -> CardError {
        CardError(.template, Diagnostic(code: code, message, at: node.location, path: path))
    }
}
