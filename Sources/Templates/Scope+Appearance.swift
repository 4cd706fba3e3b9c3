import Diagnostics
import Drawing
import Geometry
import JSON
import Languages
import Scenes

extension Scope {
    /// How a node looks beside its content; `outer` knows the way the parent lays out.
    func appearance(
        _ object: inout ObjectReader, _ notes: Notes, outer: Scope
    ) -> Appearance {
        var look = Appearance()
        look.fill = paint("fill", &object, notes)
        look.stroke = object.optional("stroke") { node, path throws(CardError) in
            try self.stroke(node, at: path, notes)
        }
        look.corners = corners(&object) ?? .square
        clip(&object, &look)
        look.mask = object.optional("mask") { node, path throws(CardError) in
            Indirect(try drawing(node, at: path, notes))
        }
        look.opacity = object.number("opacity", in: 0...1, default: 1)
        look.blend = object.choice("blend", of: BlendMode.self, default: .normal)
        look.effects = effects(&object, notes)
        look.transform = transform(&object, outer: outer)
        return look
    }

    func paint(_ name: String, _ object: inout ObjectReader, _ notes: Notes) -> BoxPaint? {
        object.optional(name) { node, path throws(CardError) in
            try self.paint(node, at: path, notes)
        }
    }

    /// A line along an outline.
    func stroke(_ node: JSONNode, at path: JSONPath, _ notes: Notes) throws(CardError) -> BoxStroke
    {
        var object = ObjectReader(node, at: path)
        let width = object.read("width", orStandIn: 1) { node, path throws(CardError) in
            try px(
                node, at: path, LengthUse(percentage: .refused, side: nil, range: 0.01...1e6))
        }
        let paint = object.read("paint", orStandIn: .solid(.black)) {
            node, path throws(CardError) in
            try self.paint(node, at: path, notes)
        }
        var stroke = Stroke(width: width)
        stroke.join = object.choice("join", of: Stroke.Join.self, default: .miter)
        stroke.cap = object.choice("cap", of: Stroke.Cap.self, default: .butt)
        stroke.miterLimit = object.number("miterLimit", in: 1...1_000, default: 4)
        stroke.dashes = object.optionalEach("dashes", lengthAboveZero) ?? []
        if stroke.dashes.count > 64 {
            object.note("out-of-range", "expected at most 64 dashes and gaps", at: "dashes")
        }
        stroke.dashOffset =
            object.optional("dashOffset") { node, path throws(CardError) in
                try px(node, at: path, .shift)
            } ?? 0
        stroke.placement = object.choice("placement", of: Stroke.Placement.self, default: .center)
        try object.finish()
        return BoxStroke(stroke: stroke, paint: paint)
    }

    private func lengthAboveZero(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Double {
        try px(node, at: path, LengthUse(percentage: .refused, side: nil, range: 0.01...1e6))
    }

    private func clip(_ object: inout ObjectReader, _ look: inout Appearance) {
        guard let node = object.optionalNode("clip") else { return }
        if case .bool(let isClipping) = node.value {
            look.clipping = isClipping ? .box : .none
        } else {
            look.clipOutline =
                object.optional("clip") { node, path throws(CardError) in
                    guard case .object = node.value else {
                        throw node.wrongType(expected: "true, false or a shape", at: path)
                    }
                    var shape = ObjectReader(node, at: path)
                    let outline = outline(&shape, corners: corners(&shape))
                    try shape.finish()
                    return outline
                } ?? nil
        }
    }
}

// MARK: - Effects

extension Scope {
    /// Inner shadows first, then the blur, then the shadows of what came out.
    private func effects(_ object: inout ObjectReader, _ notes: Notes) -> [Effect] {
        var effects = shadows("innerShadow", &object, notes).map(Effect.innerShadow)
        let sigma = object.optional("blur") { node, path throws(CardError) in
            try px(node, at: path, .blur)
        }
        if let sigma, sigma > 0 { effects.append(.blur(sigma: sigma)) }
        return effects + shadows("shadow", &object, notes).map(Effect.dropShadow)
    }

    private func shadows(
        _ name: String, _ object: inout ObjectReader, _ notes: Notes
    ) -> [Shadow] {
        guard let node = object.optionalNode(name) else { return [] }
        if case .array(let elements) = node.value {
            if elements.count > 16 {
                object.note("out-of-range", "expected at most 16 shadows", at: name)
            }
            return object.optionalEach(name) { node, path throws(CardError) in
                try shadow(node, at: path, notes)
            } ?? []
        }
        return object.optional(name) { node, path throws(CardError) in
            [try shadow(node, at: path, notes)]
        } ?? []
    }

    private func shadow(
        _ node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> Shadow {
        guard case .object = node.value else {
            throw node.wrongType(expected: "a shadow or a list of them", at: path)
        }
        var object = ObjectReader(node, at: path)
        let color = object.read("color", orStandIn: .black) { node, path throws(CardError) in
            try self.color(node, at: path, notes)
        }
        let x = shift("x", &object)
        let y = shift("y", &object)
        let sigma = object.optional("blur") { node, path throws(CardError) in
            try px(node, at: path, .blur)
        }
        let spread = shift("spread", &object)
        try object.finish()
        return Shadow(
            color: color, offset: Point(x: x, y: y), sigma: sigma ?? 0, spread: spread)
    }

    private func shift(_ name: String, _ object: inout ObjectReader) -> Double {
        object.optional(name) { node, path throws(CardError) in
            try px(node, at: path, .shift)
        } ?? 0
    }
}

// MARK: - Transform

/// Whether a drawing is flipped where the language runs from right to left.
enum Mirroring: String, CaseIterable {
    case auto, always, never
}

extension Scope {
    /// Flips, scales, turns and moves, in this order.
    private func transform(_ object: inout ObjectReader, outer: Scope) -> Transform {
        let mirroring = object.choice("mirror", of: Mirroring.self, default: .auto)
        var transform = Transform.identity
        if mirroring == .always, language.direction == .rightToLeft {
            transform = transform.then(.scale(x: -1, y: 1))
        }
        if let scale = object.optional("scale", self.scale) {
            transform = transform.then(.scale(x: scale.x, y: scale.y))
        }
        let turn = object.number("rotate", in: -3600...3600, unit: "degrees", default: 0)
        if turn != 0 { transform = transform.then(.rotation(Angle(degrees: turn))) }
        if let shift = object.optional("translate", outer.translation) {
            transform = transform.then(.translation(shift))
        }
        return transform
    }

    private func scale(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Point {
        if case .number = node.value {
            let factor = try node.number(at: path, in: -100...100)
            return Point(x: factor, y: factor)
        }
        guard case .object = node.value else {
            throw node.wrongType(expected: "a number or { \"x\": …, \"y\": … }", at: path)
        }
        var object = ObjectReader(node, at: path)
        let x = object.number("x", in: -100...100, default: 1)
        let y = object.number("y", in: -100...100, default: 1)
        try object.finish()
        return Point(x: x, y: y)
    }

    private func translation(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Point {
        var object = ObjectReader(node, at: path)
        let (x, y) = (shift("x", &object), shift("y", &object))
        try object.finish()
        return Point(x: direction == .rightToLeft ? -x : x, y: y)
    }
}
