import BlueHeartDrawing
import BlueHeartGeometry

extension Composer {
    /// The transform of a style around its origin.
    ///
    /// - Parameter box: the reference of percentages; the viewport where there is none.
    func transform(of style: Style, box: Bounds?, viewport: Size) -> Transform {
        let own = style.own
        guard own.transform != .identity, own.transformOrigin.count == 2 else {
            return own.transform
        }
        let lengths = LengthContext(
            em: style.fontSize, viewportWidth: box?.width ?? viewport.width,
            viewportHeight: box?.height ?? viewport.height)
        let origin = Point(
            x: lengths.resolve(own.transformOrigin[0], .x) + (box?.left ?? 0),
            y: lengths.resolve(own.transformOrigin[1], .y) + (box?.top ?? 0))
        return own.transform.around(origin)
    }

    func transform(of style: Style, at index: Int, viewport: Size) -> Transform {
        transform(of: style, box: nil, viewport: viewport)
    }

    /// A length of an attribute, or of the property of the same name.
    func length(
        _ index: Int, _ name: String, _ axis: LengthContext.Axis, _ lengths: LengthContext
    ) -> Double? {
        let text = document.cascade.values[index][name] ?? element(index)[name]
        return text.flatMap { Length($0) }.map { lengths.resolve($0, axis) }
    }

    /// A nested `svg`, or a `symbol` that is used.
    ///
    /// - Parameter size: sides that a `use` gives, each nil for the element's own.
    func composeViewport(
        _ index: Int, _ context: Context, size: ViewportSize?
    ) throws(ArtworkError) -> Drawn {
        let lengths = context.lengths(context.style)
        let isSymbol = element(index).name == "symbol"
        let x = isSymbol ? 0 : length(index, "x", .x, lengths) ?? 0
        let y = isSymbol ? 0 : length(index, "y", .y, lengths) ?? 0
        let width = size?.width ?? length(index, "width", .x, lengths) ?? context.viewport.width
        let height = size?.height ?? length(index, "height", .y, lengths) ?? context.viewport.height
        guard width > 0, height > 0 else { return .nothing }
        let place = Rect(x: x, y: y, width: width, height: height)
        var inner = Transform.translation(Point(x: x, y: y))
        var viewport = place.size
        if let text = element(index)["viewBox"] {
            guard let box = Rect(viewBox: text) else { return .nothing }
            let ratio = AspectRatio(element(index)["preserveAspectRatio"])
            inner = ratio.map(from: box, to: place) ?? inner
            viewport = box.size
        }
        var content = context
        content.map = inner.then(context.map)
        content.viewport = viewport
        guard content.map.isUsable else { return .nothing }
        var drawn = try composeChildren(of: index, content)
        drawn.bounds = drawn.bounds?.applying(inner)
        if context.style.own.clipsOverflow ?? true {
            drawn.commands = clipped(drawn.commands, to: place, context.map)
        }
        return drawn
    }

    func clipped(_ commands: [DrawCommand], to rect: Rect, _ map: Transform) -> [DrawCommand] {
        guard !commands.isEmpty else { return [] }
        return [.layer(Layer(commands, clip: Layer.Clip(.rect(rect), transform: map)))]
    }

    func href(_ index: Int) -> String? { element(index)["href"] ?? element(index)["xlink:href"] }

    /// The element that an `href` names; reports one outside of the document.
    func hrefTarget(_ index: Int) -> Int? {
        guard let address = href(index)?.trimmed, !address.isEmpty else { return nil }
        let reference = Reference(address: address)
        guard reference.id != nil else {
            report(
                index, "\(address.prefix(80)) lies outside of the file and is not opened",
                cure: "put it into the file")
            return nil
        }
        return target(of: reference)
    }

    func composeUse(_ index: Int, _ context: Context) throws(ArtworkError) -> Drawn {
        guard let target = hrefTarget(index), !active.contains(target),
            !isInside(index, of: target)
        else { return .nothing }
        active.insert(target)
        defer { active.remove(target) }
        let lengths = context.lengths(context.style)
        let shift = Point(
            x: length(index, "x", .x, lengths) ?? 0, y: length(index, "y", .y, lengths) ?? 0)
        var inner = context
        let move = Transform.translation(shift)
        inner.map = move.then(context.map)
        inner.nesting += 1
        try checkNesting(inner, index)
        inner.contextPaint = try contextPaint(of: target, inner, context)
        var drawn = try composeTarget(
            target, inner,
            ViewportSize(
                width: length(index, "width", .x, lengths),
                height: length(index, "height", .y, lengths)))
        drawn.bounds = drawn.bounds?.applying(move)
        return drawn
    }

    private func composeTarget(
        _ target: Int, _ context: Context, _ size: ViewportSize
    ) throws(ArtworkError) -> Drawn {
        guard ["svg", "symbol"].contains(element(target).name) else {
            return try compose(target, context)
        }
        return try composeUsedViewport(target, context, size)
    }

    /// The paints that a used element can refer to; its box is found only where a paint asks for it.
    private func contextPaint(
        of target: Int, _ inner: Context, _ context: Context
    ) throws(ArtworkError) -> ContextPaint {
        var bounds: Bounds?
        if context.style.fill.isServer || context.style.stroke.isServer, active.count < 4 {
            var plain = inner
            plain.contextPaint = nil
            bounds = try composeTarget(target, plain, ViewportSize()).bounds
        }
        return ContextPaint(
            style: context.style, bounds: bounds, map: inner.map, viewport: context.viewport,
            outer: context.contextPaint)
    }

    /// Checks the nesting of references, which is limited more tightly than that of groups.
    func checkNesting(_ context: Context, _ index: Int) throws(ArtworkError) {
        guard active.count <= limits.nesting else {
            throw .tooDeep(limit: limits.nesting, element(index).place)
        }
    }

    private func composeUsedViewport(
        _ target: Int, _ outer: Context, _ size: ViewportSize
    ) throws(ArtworkError) -> Drawn {
        let style = Style.computed(document.cascade.values[target], inside: outer.style)
        guard style.own.isDisplayed else { return .nothing }
        try count(target)
        var context = outer
        context.style = style
        let own = transform(of: style, at: target, viewport: outer.viewport)
        guard own.then(outer.map).isUsable else { return .nothing }
        context.map = own.then(outer.map)
        let isSymbol = element(target).name == "symbol"
        let given =
            isSymbol
            ? ViewportSize(
                width: size.width ?? outer.viewport.width,
                height: size.height ?? outer.viewport.height) : size
        let drawn = try composeViewport(target, context, size: given)
        var finished = try finish(drawn, target, style, map: context.map)
        finished.bounds = finished.bounds?.applying(own)
        return finished
    }

    /// True if an element is `ancestor` or lies inside of it.
    func isInside(_ index: Int, of ancestor: Int) -> Bool {
        var place: Int? = index
        while let found = place {
            if found == ancestor { return true }
            place = element(found).parent
        }
        return false
    }
}

/// Sides that a `use` gives to a viewport, each nil for the viewport's own.
struct ViewportSize {
    var width: Double?
    var height: Double?
}

extension PaintValue {
    var isServer: Bool {
        if case .server = self { return true }
        return false
    }
}
