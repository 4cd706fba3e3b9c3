import Diagnostics
import Drawing
import Geometry
import JSON
import Languages
import Scenes

private enum PaintKind: String, CaseIterable { case linear, radial, conic, pattern }

extension Scope {
    /// A colour, a gradient or a pattern.
    func paint(_ node: JSONNode, at path: JSONPath, _ notes: Notes) throws(CardError) -> BoxPaint {
        switch node.value {
        case .string: return .solid(try color(node, at: path, notes))
        case .object: break
        default: throw node.wrongType(expected: "a colour, a gradient or a pattern", at: path)
        }
        var object = ObjectReader(node, at: path)
        let kind = object.choice("type", of: PaintKind.self)
        let paint: BoxPaint?
        switch kind {
        case .pattern: paint = pattern(&object, notes).map(BoxPaint.pattern)
        case .linear, .radial, .conic, nil:
            paint = gradient(&object, kind ?? .linear, notes).map(BoxPaint.gradient)
            // Where the type is unknown, what belongs to a type is not a fault of its own.
            if kind == nil { object.allowAll() }
        }
        try object.finish()
        guard let paint else { throw node.wrongType(expected: "a paint", at: path) }
        return paint
    }

    private func gradient(
        _ object: inout ObjectReader, _ kind: PaintKind, _ notes: Notes
    ) -> BoxGradient? {
        let geometry =
            switch kind {
            case .linear, .pattern: linear(&object)
            case .radial: radial(&object)
            case .conic: conic(&object)
            }
        let stops = self.stops(&object, notes)
        let interpolation = object.choice(
            "interpolation", of: Gradient.Interpolation.self, default: .oklab)
        let spread = object.choice("spread", of: Gradient.Spread.self, default: .pad)
        let isDithered = object.bool("dither", default: false)
        guard let stops else { return nil }
        return BoxGradient(
            geometry, stops: stops, interpolation: interpolation, spread: spread,
            dithering: isDithered ? .ordered : .none)
    }

    private func linear(_ object: inout ObjectReader) -> BoxGradient.Geometry {
        let angle = object.optionalNumber("angle", in: -3600...3600, unit: "degrees")
        let start = object.optional("from", point)
        let end = object.optional("to", point)
        if angle != nil, start != nil || end != nil {
            object.note(
                "conflicting-fields", "expected either an angle or from and to, found both",
                at: "angle", hint: "remove the angle, or from and to")
        }
        switch (object.has("from"), object.has("to")) {
        case (true, false), (false, true):
            object.note(
                Diagnostic(
                    code: "missing-field", "expected both from and to, found one of them",
                    at: object.location,
                    path: object.path(to: object.has("from") ? "to" : "from")))
        default: break
        }
        guard let start, let end else { return .linear(Angle(degrees: angle ?? 180)) }
        return .line(from: start, to: end)
    }

    private func radial(_ object: inout ObjectReader) -> BoxGradient.Geometry {
        let center = object.optional("center", point)
        let radius = object.optional("radius") { node, path throws(CardError) in
            try length(
                node, at: path, LengthUse(percentage: .allowed, side: nil, range: 1e-3...1e6))
        }
        return .radial(center: center ?? .middle, radius: radius ?? .fraction(1))
    }

    private func conic(_ object: inout ObjectReader) -> BoxGradient.Geometry {
        let center = object.optional("center", point)
        let angle = object.number("angle", in: -3600...3600, unit: "degrees", default: 0)
        return .conic(center: center ?? .middle, start: Angle(degrees: angle))
    }

    private func point(_ node: JSONNode, at path: JSONPath) throws(CardError) -> BoxPoint {
        var object = ObjectReader(node, at: path)
        let x = object.read("x", orStandIn: .px(0)) { node, path throws(CardError) in
            try length(node, at: path, .place)
        }
        let y = object.read("y", orStandIn: .px(0)) { node, path throws(CardError) in
            try length(node, at: path, .place)
        }
        try object.finish()
        return BoxPoint(x: x, y: y)
    }
}

// MARK: - Stops

extension Scope {
    private func stops(_ object: inout ObjectReader, _ notes: Notes) -> [Gradient.Stop]? {
        guard let node = object.node("stops") else { return nil }
        let path = object.path(to: "stops")
        guard case .array(let elements) = node.value else {
            object.note(node.wrongType(expected: "an array of stops", at: path))
            return nil
        }
        guard (2...64).contains(elements.count) else {
            object.note(
                "stop-count", "expected 2 to 64 stops, found \(elements.count)", at: "stops")
            return nil
        }
        var stops: [(color: Color, at: Double?)] = []
        for (index, element) in elements.enumerated() {
            let way = path.appending(.index(index))
            let stop = object.attempt { () throws(CardError) in
                try self.stop(element, at: way, notes)
            }
            if let stop { stops.append(stop) }
        }
        guard stops.count == elements.count else { return nil }
        let spaced = spread(stops)
        for index in spaced.indices.dropFirst()
        where spaced[index].offset < spaced[index - 1].offset {
            object.note(
                Diagnostic(
                    code: "stops-out-of-order",
                    "expected stops from start to end, found one before "
                        + "the stop ahead of it", at: elements[index].location,
                    path: path.appending(.index(index)), hint: "sort the stops by \"at\""))
        }
        return spaced
    }

    private func stop(
        _ node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> (color: Color, at: Double?) {
        var object = ObjectReader(node, at: path)
        let color = object.read("color", orStandIn: .black) { node, path throws(CardError) in
            try self.color(node, at: path, notes)
        }
        let offset = object.optional("at", partOfWhole)
        try object.finish()
        return (color, offset)
    }

    /// `"50%"`, or 0.5.
    func partOfWhole(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Double {
        guard case .string(let text) = node.value else {
            return try node.number(at: path, in: 0...1)
        }
        guard text.utf8.last == UInt8(ascii: "%"),
            let percent = plainNumber(String(text.dropLast())),
            (0...100).contains(percent)
        else {
            throw fault(
                "bad-length", "expected a place from \"0%\" to \"100%\", found \(quoted(text))",
                of: node, at: path, hint: "write \"50%\", or 0.5")
        }
        return percent / 100
    }

    /// Gives stops without a place one, evenly between their neighbours that have one.
    private func spread(_ stops: [(color: Color, at: Double?)]) -> [Gradient.Stop] {
        var offsets = stops.map(\.at)
        let last = offsets.count - 1
        offsets[0] = offsets[0] ?? 0
        offsets[last] = offsets[last] ?? 1
        var before = 0
        for index in offsets.indices {
            guard let end = offsets[index], let start = offsets[before] else { continue }
            for gap in (before..<index).dropFirst() {
                let part = Double(gap - before) / Double(index - before)
                offsets[gap] = start + (end - start) * part
            }
            before = index
        }
        return zip(stops, offsets).map { Gradient.Stop(offset: $1 ?? 0, color: $0.color) }
    }
}

// MARK: - Patterns

extension Scope {
    private func pattern(_ object: inout ObjectReader, _ notes: Notes) -> BoxPattern? {
        let node = object.optional("node") { node, path throws(CardError) in
            try drawing(node, at: path, notes)
        }
        if node == nil { _ = object.node("node") }
        let cell = object.read("cell", orStandIn: .zero) { node, path throws(CardError) in
            try self.cell(node, at: path)
        }
        let turn = object.number("rotate", in: -3600...3600, unit: "degrees", default: 0)
        guard let node else { return nil }
        return BoxPattern(node: Indirect(node), cell: cell, rotation: Angle(degrees: turn))
    }

    private func cell(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Size {
        var object = ObjectReader(node, at: path)
        let use = LengthUse(percentage: .refused, side: nil, range: 1...1e6)
        let width = object.read("width", orStandIn: 0) { node, path throws(CardError) in
            try px(node, at: path, use)
        }
        let height = object.read("height", orStandIn: 0) { node, path throws(CardError) in
            try px(node, at: path, use)
        }
        try object.finish()
        return Size(width: width, height: height)
    }

    /// A node in a place where just one must be: in a pattern, as a mask.
    func drawing(_ node: JSONNode, at path: JSONPath, _ notes: Notes) throws(CardError) -> Node {
        var inner = self
        inner.direction = .leftToRight
        inner.checkedNodes = nil
        let isRepeat = if case .string("repeat")? = node["type"]?.value { true } else { false }
        let plans = isRepeat ? [] : try inner.plans(node, at: path, notes)
        guard plans.count == 1, node["when"] == nil else {
            throw fault(
                "not-one-node", "expected a node that is always there", of: node, at: path,
                hint: "put a repeat or a condition inside a group")
        }
        if !plans[0].isFixed { notes.dependsOnFilling = true }
        guard let filled else { return plans[0].node }
        return try plans[0].shown(filled, CardFormats(language), self)
    }
}

extension BoxPoint {
    static let middle = BoxPoint(x: .fraction(0.5), y: .fraction(0.5))
}
