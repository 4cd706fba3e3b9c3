import BlueHeartDrawing
import BlueHeartGeometry

/// Collects the steps of one `filter` element.
struct FilterBuilder {
    let composer: Composer
    let place: Composer.GroupPlace
    let context: Context
    /// The filter region, in user space.
    let region: Rect
    /// The picture, in the px that `place` leads to.
    let area: Rect
    /// True if lengths of the steps are fractions of the element's box.
    var isBox = false
    var steps: [FilterStep] = []
    /// Regions of the steps, in user space.
    private(set) var subregions: [Rect] = []
    private var names: [String: Int] = [:]
    /// Distance that the steps can move a pixel, in px.
    var reach = 0.0

    /// Maximum number of steps of a filter.
    private static let mostSteps = 100

    init(
        composer: Composer, place: Composer.GroupPlace, context: Context, region: Rect, area: Rect
    ) {
        self.area = area
        self.composer = composer
        self.place = place
        self.context = context
        self.region = region
    }

    var isFull: Bool { steps.count >= Self.mostSteps }

    /// Px of the picture for a unit of a step along both axes.
    var scale: Point {
        let map = place.map
        var scale = Point(x: Point(x: map.a, y: map.b).length, y: Point(x: map.c, y: map.d).length)
        if isBox, let bounds = place.bounds {
            scale = Point(x: scale.x * bounds.width, y: scale.y * bounds.height)
        }
        return scale
    }

    /// The region in px: what of it can be seen, and what can be carried into sight.
    var shownRegion: Rect {
        let whole = place.map.bounds(of: region)
        let margin = min(reach + 2, 2 * max(area.width, area.height))
        let near = Rect(
            minX: area.minX - margin, minY: area.minY - margin, maxX: area.maxX + margin,
            maxY: area.maxY + margin)
        return whole.intersection(near).withoutNoise
    }

    var graph: FilterGraph { FilterGraph(region: shownRegion, steps: steps, scale: scale) }

    func element(_ index: Int) -> XMLElement { composer.element(index) }

    /// Appends the step of a primitive; other elements are passed over.
    mutating func append(_ index: Int) throws(ArtworkError) {
        guard element(index).name.utf8.starts(with: "fe".utf8) else { return }
        let style = Style.computed(
            composer.document.cascade.values[index], inside: context.style)
        try composer.count(index)
        guard let operation = try operation(index, style) else {
            composer.report(
                index, "this filter is not known here", cure: "draw the effect with another filter")
            return
        }
        let sub = subregion(index)
        let hasOwn = ["x", "y", "width", "height"].contains { element(index)[$0] != nil }
        let cut = place.map.bounds(of: hasOwn ? sub : region).withoutNoise
        let space: FilterStep.Space = style.filterInterpolation == .linear ? .linear : .srgb
        steps.append(
            FilterStep(
                operation, inputs: inputs(index), region: cut, space: space))
        subregions.append(sub)
        if let name = element(index)["result"], !name.isEmpty { names[name] = steps.count - 1 }
        try composer.spend(operation.cost * shownRegion.width * shownRegion.height, index)
    }

    private func inputs(_ index: Int) -> [FilterStep.Input] {
        switch element(index).name {
        case "feFlood", "feImage", "feTurbulence": []
        case "feMerge":
            composer.tree.elements(in: index).filter { element($0).name == "feMergeNode" }
                .map { input(element($0)["in"]) }
        case "feBlend", "feComposite", "feDisplacementMap":
            [input(element(index)["in"]), input(element(index)["in2"])]
        default: [input(element(index)["in"])]
        }
    }

    private func input(_ name: String?) -> FilterStep.Input {
        let last: FilterStep.Input = steps.isEmpty ? .source : .step(steps.count - 1)
        switch name?.trimmed {
        case nil: return last
        case "SourceGraphic": return .source
        case "SourceAlpha": return .sourceAlpha
        case "BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint": return .source
        case .some(let name): return names[name].map { .step($0) } ?? last
        }
    }

    /// The part of the region that a primitive paints, in user space.
    private func subregion(_ index: Int) -> Rect {
        let lengths = composer.lengths(of: context, isBox: isBox)
        func value(_ name: String, _ axis: LengthContext.Axis) -> Double? {
            element(index)[name].flatMap { Length($0) }.map { lengths.resolve($0, axis) }
        }
        var (x, y) = (value("x", .x), value("y", .y))
        var (width, height) = (value("width", .x), value("height", .y))
        if isBox, let bounds = place.bounds {
            x = x.map { bounds.left + $0 * bounds.width }
            y = y.map { bounds.top + $0 * bounds.height }
            width = width.map { $0 * bounds.width }
            height = height.map { $0 * bounds.height }
        }
        let whole = defaultSubregion(index)
        let rect = Rect(
            x: x ?? whole.minX, y: y ?? whole.minY, width: max(0, width ?? whole.width),
            height: max(0, height ?? whole.height))
        return rect
    }

    func subregion(of index: Int) -> Rect { subregion(index) }

    /// All of the region, or what the inputs paint where all of them are steps.
    private func defaultSubregion(_ index: Int) -> Rect {
        guard element(index).name == "feOffset" else { return region }
        var result: Rect?
        for input in inputs(index) {
            guard case .step(let step) = input else { return region }
            result = result?.union(subregions[step]) ?? subregions[step]
        }
        return result ?? region
    }
}

extension Rect {
    /// The same rectangle with sides on 1024ths, so that a rounding does not touch another pixel.
    var withoutNoise: Rect {
        func held(_ value: Double) -> Double { (value * 1024).rounded() / 1024 }
        return Rect(minX: held(minX), minY: held(minY), maxX: held(maxX), maxY: held(maxY))
    }
}

extension Composer {
    func lengths(of context: Context, isBox: Bool) -> LengthContext {
        isBox
            ? LengthContext(em: 16, viewportWidth: 1, viewportHeight: 1)
            : context.lengths(context.style)
    }
}

extension FilterOperation {
    /// Nanoseconds of a guess for a pixel.
    var cost: Double {
        switch self {
        case .flood, .offset, .merge, .tile: 8
        case .composite, .colorMatrix, .transfer, .blend: 40
        case .blur(let x, let y): x == y ? 30 : 30 + 12 * (x + y)
        case .dropShadow(_, _, let x, let y): x == y ? 50 : 50 + 12 * (x + y)
        case .morphology: 80
        case .turbulence(let turbulence): 300 * Double(turbulence.octaves)
        case .convolve(let convolution): 15 * Double(convolution.kernel.count)
        case .displace, .light: 150
        case .picture: 10
        }
    }
}
