import BlueHeartDrawing
import BlueHeartGeometry

extension Composer {
    /// The commands of the whole document.
    ///
    /// - Parameter map: from the document's px to the picture.
    func composeRoot(size: Size, map: Transform) throws(ArtworkError) -> [DrawCommand] {
        var style = Style.computed(document.cascade.values[0], inside: Style())
        rootScale = map.meanScale
        let context = rootContext(size: size, map: map, style)
        rootViewport = context.viewport
        let background = style.own.background?.resolved(style.color)
        style.own.background = nil
        guard style.own.isDisplayed, isMeant(0) else { return [] }
        let drawn = try composeChildren(of: 0, context)
        let ground = background.map {
            DrawCommand.fill(PathFill(.rect(area), paint: .solid($0)))
        }
        // The root's own transform is that of its content.
        return try (ground.map { [$0] } ?? [])
            + finish(drawn, 0, style, map: context.map).commands
    }

    private func rootContext(size: Size, map: Transform, _ style: Style) -> Context {
        let root = element(0)
        var inner = map
        var viewport = size
        if let box = Rect(viewBox: root["viewBox"]) {
            let ratio = AspectRatio(root["preserveAspectRatio"])
            let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
            inner = (ratio.map(from: box, to: whole) ?? .identity).then(map)
            viewport = box.size
        }
        let own = transform(of: style, box: nil, viewport: viewport)
        return Context(map: own.then(inner), viewport: viewport, style: style)
    }

    /// The box of everything, in user space of the root; for documents without a size.
    func bounds() throws(ArtworkError) -> Bounds? {
        let style = Style.computed(document.cascade.values[0], inside: Style())
        let size = Size(width: 100, height: 100)
        return try composeChildren(of: 0, rootContext(size: size, map: .identity, style)).bounds
    }

    func composeChildren(of index: Int, _ context: Context) throws(ArtworkError) -> Drawn {
        var result = Drawn()
        for child in tree.elements(in: index) {
            let drawn = try compose(child, context)
            result.commands += drawn.commands
            result.bounds = union(result.bounds, drawn.bounds)
        }
        return result
    }

    /// The commands of an element in the context of its parent.
    func compose(_ index: Int, _ outer: Context) throws(ArtworkError) -> Drawn {
        let name = element(index).name
        guard let kind = ElementKind(name) else {
            reportUnknown(index)
            return .nothing
        }
        let style = Style.computed(document.cascade.values[index], inside: outer.style)
        guard style.own.isDisplayed, isMeant(index) else { return .nothing }
        guard outer.nesting < limits.nesting + depthOfPlainGroups else {
            throw .tooDeep(limit: limits.nesting + depthOfPlainGroups, element(index).place)
        }
        try count(index)
        var context = outer
        context.style = style
        context.nesting += 1
        let own = transform(of: style, at: index, viewport: outer.viewport)
        guard own.isUsable, own.then(outer.map).isUsable else {
            return .nothing
        }
        context.map = own.then(outer.map)
        let drawn = try content(index, kind, context)
        var finished = try finish(drawn, index, style, map: context.map)
        finished.bounds = finished.bounds?.applying(own)
        return finished
    }

    /// The nesting limit of plain groups, which use less stack than references.
    private var depthOfPlainGroups: Int { limits.depth / 2 }

    private func content(
        _ index: Int, _ kind: ElementKind, _ context: Context
    ) throws(ArtworkError) -> Drawn {
        switch kind {
        case .group: return try composeChildren(of: index, context)
        case .choice:
            let chosen = tree.elements(in: index).first {
                if element($0).name == "foreignObject" { reportUnknown($0) }
                return ElementKind(element($0).name) != nil && isMeant($0)
            }
            return try chosen.map { child throws(ArtworkError) in try compose(child, context) }
                ?? .nothing
        case .viewport: return try composeViewport(index, context, size: nil)
        case .use: return try composeUse(index, context)
        case .shape: return try composeShape(index, context)
        case .image: return try composeImage(index, context)
        case .text: return try composeText(index, context)
        }
    }

    /// True if the conditions of an element hold; they are those of `switch`.
    private func isMeant(_ index: Int) -> Bool {
        let element = element(index)
        if let languages = element["systemLanguage"] {
            let wanted = languages.utf8.split(separator: UInt8(ascii: ","))
                .map { String(decoding: $0, as: UTF8.self).trimmed.asciiLowercased }
            guard wanted.contains(where: { $0 == "en" || $0.utf8.starts(with: "en-".utf8) })
            else { return false }
        }
        return (element["requiredExtensions"] ?? "").isEmpty
    }

    private func reportUnknown(_ index: Int) {
        switch element(index).name {
        case "foreignObject":
            report(
                index, "HTML inside of a drawing is not drawn",
                cure: "draw it with shapes, or put it into the template")
        case "script":
            report(index, "scripts are never run", cure: "export the drawing without scripts")
        case "animate", "animateTransform", "animateMotion", "animateColor", "set":
            report(
                index, "animation is not played; the drawing shows its start",
                cure: "export the moment that is wanted")
        case "font", "font-face", "glyph":
            report(
                index, "fonts inside of a drawing are not read",
                cure: "convert the text to outlines, or put the font into the kit")
        default: break
        }
    }
}

/// Elements that draw something in place.
enum ElementKind {
    case group, choice, viewport, use, shape, image, text

    init?(_ name: String) {
        switch name {
        case "g", "a": self = .group
        case "switch": self = .choice
        case "svg": self = .viewport
        case "use": self = .use
        case "rect", "circle", "ellipse", "line", "polyline", "polygon", "path": self = .shape
        case "image": self = .image
        case "text": self = .text
        default: return nil
        }
    }
}
