import BlueHeartDrawing
import BlueHeartGeometry

extension Composer {
    /// Content after filter, clip, mask, opacity and blending of its element.
    ///
    /// - Parameter map: from the element's user space to the picture.
    func finish(
        _ drawn: Drawn, _ index: Int, _ style: Style, map: Transform
    ) throws(ArtworkError) -> Drawn {
        var drawn = drawn
        let own = style.own
        let place = GroupPlace(index: index, style: style, bounds: drawn.bounds, map: map)
        if !own.filter.isEmpty { drawn.commands = try filtered(drawn.commands, place) }
        if let clip = own.clipPath { drawn.commands = try clipped(drawn.commands, clip, place) }
        if let mask = own.mask { drawn.commands = try masked(drawn.commands, mask, place) }
        guard !drawn.commands.isEmpty else { return drawn }
        if own.opacity <= 0 {
            drawn.commands = []
        } else if own.blend != .normal || own.isIsolated {
            try spend(pixels(of: drawn.bounds, map) * (own.blend == .normal ? 3 : 15), index)
            drawn.commands = [
                .layer(Layer(drawn.commands, opacity: own.opacity, blend: own.blend))
            ]
        } else if own.opacity < 1 {
            drawn.commands = try faded(drawn.commands, own.opacity, place)
        }
        return drawn
    }

    /// An element whose content is composed.
    struct GroupPlace {
        var index: Int
        var style: Style
        /// The box of its content, in the element's user space.
        var bounds: Bounds?
        var map: Transform
    }

    private func faded(
        _ commands: [DrawCommand], _ opacity: Double, _ place: GroupPlace
    ) throws(ArtworkError) -> [DrawCommand] {
        if commands.count == 1, let command = commands[0].faded(by: opacity) { return [command] }
        try spend(pixels(of: place.bounds, place.map) * 3, place.index)
        return [.layer(Layer(commands, opacity: opacity))]
    }

    // MARK: Clips

    /// A reference to nothing clips nothing.
    private func clipped(
        _ commands: [DrawCommand], _ reference: Reference, _ place: GroupPlace
    ) throws(ArtworkError) -> [DrawCommand] {
        guard !commands.isEmpty else { return [] }
        guard let index = target(of: reference) else {
            if reference.id == nil { reportOutside(reference, place.index) }
            return commands
        }
        guard element(index).name == "clipPath" else { return commands }
        guard !active.contains(index) else { return commands }
        try spend(pixels(of: place.bounds, place.map) * 3, place.index)
        guard let cover = try clipCover(index, place) else { return [] }
        switch cover {
        case .path(let clip): return [.layer(Layer(commands, clip: clip))]
        case .commands(let mask): return [.layer(Layer(commands, mask: mask))]
        }
    }

    private func reportOutside(_ reference: Reference, _ index: Int) {
        report(
            index, "\(reference.text.prefix(80)) lies outside of the file and is not opened",
            cure: "put it into the file")
    }

    private enum ClipCover {
        case path(Layer.Clip)
        /// Commands that paint the visible part in black.
        case commands([DrawCommand])
    }

    /// The visible part of a clip; nil if it hides everything.
    private func clipCover(
        _ index: Int, _ place: GroupPlace
    ) throws(ArtworkError) -> ClipCover? {
        guard !active.contains(index) else { return nil }
        active.insert(index)
        defer { active.remove(index) }
        let style = Style.computed(
            document.cascade.values[index], inside: inheritedStyle(index, placeContext(place)))
        var context = placeContext(place)
        try checkNesting(context, index)
        context.style = style
        let isBox = element(index)["clipPathUnits"] == "objectBoundingBox"
        var map = transform(of: style, box: nil, viewport: context.viewport)
        guard map.isUsable else { return nil }
        if isBox {
            guard let unit = place.bounds?.unitMap else { return nil }
            map = unit.then(map)
        }
        context.map = map.then(place.map)
        var fills: [DrawCommand] = []
        for child in tree.elements(in: index) {
            fills += try clipChild(child, context)
        }
        guard !fills.isEmpty else { return nil }
        if let outer = style.own.clipPath, let outerIndex = target(of: outer) {
            guard element(outerIndex).name == "clipPath", !active.contains(outerIndex) else {
                return cover(fills)
            }
            guard let inner = try clipCover(outerIndex, place) else { return nil }
            return .commands([.layer(limited(fills, by: inner))])
        }
        return cover(fills)
    }

    private func cover(_ fills: [DrawCommand]) -> ClipCover {
        if fills.count == 1, case .fill(let fill) = fills[0] {
            return .path(Layer.Clip(fill.path, rule: fill.rule, transform: fill.transform))
        }
        return .commands(fills)
    }

    private func limited(_ commands: [DrawCommand], by cover: ClipCover) -> Layer {
        switch cover {
        case .path(let clip): Layer(commands, clip: clip)
        case .commands(let mask): Layer(commands, mask: mask)
        }
    }

    /// The viewport is that of the root; nothing else is known where only a place is.
    private func placeContext(_ place: GroupPlace) -> Context {
        Context(map: place.map, viewport: rootViewport, style: place.style)
    }

    /// The visible part of a child of a clip, in black.
    private func clipChild(
        _ index: Int, _ outer: Context
    ) throws(ArtworkError) -> [DrawCommand] {
        let style = Style.computed(document.cascade.values[index], inside: outer.style)
        guard style.own.isDisplayed, style.isVisible || element(index).name == "use" else {
            return []
        }
        try count(index)
        var context = outer
        context.style = style
        let own = transform(of: style, box: nil, viewport: outer.viewport)
        guard own.then(outer.map).isUsable else { return [] }
        context.map = own.then(outer.map)
        var commands: [DrawCommand] = []
        var bounds: Bounds?
        switch ElementKind(element(index).name) {
        case .shape:
            let path = path(of: index, context)
            guard !path.isEmpty else { return [] }
            try count(segments: path.verbs.count, index)
            bounds = Bounds(path.tightBounds)
            commands = [
                .fill(
                    PathFill(
                        path, rule: style.clipRule, paint: .solid(.black), transform: context.map))
            ]
        case .text:
            context.style.fill = .color(.black)
            context.style.stroke = .none
            let drawn = try composeText(index, context)
            (commands, bounds) = (drawn.commands, drawn.bounds)
        case .use:
            guard let target = hrefTarget(index), !active.contains(target),
                [.shape, .text].contains(ElementKind(element(target).name))
            else { return [] }
            active.insert(target)
            defer { active.remove(target) }
            let lengths = context.lengths(style)
            let shift = Point(
                x: length(index, "x", .x, lengths) ?? 0, y: length(index, "y", .y, lengths) ?? 0)
            context.map = Transform.translation(shift).then(context.map)
            commands = try clipChild(target, context)
        default: return []
        }
        guard let clip = style.own.clipPath, let clipIndex = target(of: clip),
            element(clipIndex).name == "clipPath", !commands.isEmpty, !active.contains(clipIndex)
        else { return commands }
        let place = GroupPlace(index: index, style: style, bounds: bounds, map: context.map)
        guard let cover = try clipCover(clipIndex, place) else { return [] }
        return [.layer(limited(commands, by: cover))]
    }

    // MARK: Masks

    private func masked(
        _ commands: [DrawCommand], _ reference: Reference, _ place: GroupPlace
    ) throws(ArtworkError) -> [DrawCommand] {
        guard !commands.isEmpty else { return [] }
        guard let index = target(of: reference), element(index).name == "mask" else {
            if reference.id == nil { reportOutside(reference, place.index) }
            return commands
        }
        guard !active.contains(index) else { return commands }
        guard let mask = try maskLayer(index, place) else { return [] }
        var layer = Layer(commands, mask: mask.commands)
        layer.maskChannel = mask.channel
        return [.layer(layer)]
    }

    /// The commands of a mask; nil if it hides everything.
    private func maskLayer(
        _ index: Int, _ place: GroupPlace
    ) throws(ArtworkError) -> (commands: [DrawCommand], channel: MaskChannel)? {
        active.insert(index)
        defer { active.remove(index) }
        var context = placeContext(place)
        try checkNesting(context, index)
        let style = Style.computed(
            document.cascade.values[index], inside: inheritedStyle(index, context))
        context.style = style
        guard let region = region(index, "maskUnits", place.bounds, context) else { return nil }
        try spend(pixels(of: Bounds(region), place.map) * 8, index)
        if element(index)["maskContentUnits"] == "objectBoundingBox" {
            guard let unit = place.bounds?.unitMap else { return nil }
            context.map = unit.then(place.map)
        }
        var commands = try composeChildren(of: index, context).commands
        guard !commands.isEmpty else { return nil }
        commands = clipped(commands, to: region, place.map)
        if let outer = style.own.mask, let outerIndex = target(of: outer),
            element(outerIndex).name == "mask"
        {
            guard !active.contains(outerIndex) else { return masking(commands, style) }
            guard let inner = try maskLayer(outerIndex, place) else { return nil }
            var layer = Layer(commands, mask: inner.commands)
            layer.maskChannel = inner.channel
            commands = [.layer(layer)]
        }
        return masking(commands, style)
    }

    private func masking(
        _ commands: [DrawCommand], _ style: Style
    ) -> (commands: [DrawCommand], channel: MaskChannel) {
        let isLinear = style.interpolation == .linear
        let light: MaskChannel = isLinear ? .linearLuminance : .luminance
        return (commands, style.own.isAlphaMask ? .alpha : light)
    }

    /// The region of a mask or filter in user space: by default a tenth larger than the box.
    func region(
        _ index: Int, _ unitsName: String, _ bounds: Bounds?, _ context: Context
    ) -> Rect? {
        let chain = element(index).name == "filter" ? chain(index, ["filter"]) : [index]
        let isBox = attribute(unitsName, chain) != "userSpaceOnUse"
        let lengths =
            isBox
            ? LengthContext(em: 16, viewportWidth: 1, viewportHeight: 1)
            : context.lengths(context.style)
        func value(_ name: String, _ axis: LengthContext.Axis, _ standard: Double) -> Double {
            let length = attribute(name, chain).flatMap { Length($0) } ?? .percent(standard)
            return lengths.resolve(length, axis)
        }
        let rect = Rect(
            x: value("x", .x, -10), y: value("y", .y, -10), width: value("width", .x, 120),
            height: value("height", .y, 120))
        guard rect.width > 0, rect.height > 0 else { return nil }
        guard isBox else { return rect }
        return bounds?.unitMap.map { $0.bounds(of: rect) }
    }
}

extension DrawCommand {
    /// The command with less opacity, without a layer around it; nil if that differs from one.
    fileprivate func faded(by opacity: Double) -> DrawCommand? {
        guard case .layer(var layer) = self else { return fadingPaint(by: opacity) }
        // Together with the other's blending it is another picture.
        guard layer.blend == .normal else { return nil }
        layer.opacity *= opacity
        return .layer(layer)
    }
}
