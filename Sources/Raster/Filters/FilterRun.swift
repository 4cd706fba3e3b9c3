import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

/// Runs the steps of a filter over one layer.
///
/// All pictures between the steps have the same bounds, those of the filter's region.
struct FilterRun {
    private let graph: FilterGraph
    private let resources: RenderResources
    private let bounds: PixelRect
    private var results: [FilterImage] = []

    init(_ graph: FilterGraph, _ resources: RenderResources) {
        self.graph = graph
        self.resources = resources
        bounds = PixelRect(touching: graph.region)
    }

    /// The layer after the filter; transparent if the filter has no step.
    func result(of surface: Surface) -> Surface {
        var run = self
        let source = FilterImage(
            bounds: bounds, pixels: surface.cropped(to: bounds).takePixels(), space: .srgb)
        for step in graph.steps {
            run.results.append(run.result(step, source).cut(to: PixelRect(touching: step.region)))
        }
        let last = run.results.last ?? FilterImage(empty: bounds)
        return Surface(bounds: bounds, pixels: last.converted(to: .srgb).pixels)
    }

    private func input(_ input: FilterStep.Input, _ source: FilterImage) -> FilterImage {
        switch input {
        case .source: source
        case .sourceAlpha:
            FilterImage(
                bounds: bounds, pixels: source.pixels.map { $0 & 0xFF00_0000 }, space: .linear)
        case .step(let index): results[index]
        case .nothing: FilterImage(empty: bounds)
        }
    }

    /// One case a kind of step.
    private func result(_ step: FilterStep, _ source: FilterImage) -> FilterImage {
        let inputs = step.inputs.map { input($0, source).converted(to: step.space) }
        let first = inputs.first ?? FilterImage(empty: bounds)
        let second = inputs.count > 1 ? inputs[1] : FilterImage(empty: bounds)
        switch step.operation {
        case .blur(let x, let y): return first.blurred(x: x, y: y)
        case .offset(let shift): return first.moved(by: shift)
        case .flood(let color): return flooded(color)
        case .merge: return inputs.dropFirst().reduce(first) { $0.covered(by: $1) }
        case .blend(let mode): return second.map(with: first) { mode.blended($1, $0) }
        case .composite(let operation): return first.composed(operation, with: second)
        case .colorMatrix(let factors): return first.multiplied(by: factors)
        case .transfer(let tables): return first.transferred(tables)
        case .dropShadow(let color, let shift, let x, let y):
            return first.shadow(color, x: x, y: y).moved(by: shift).covered(by: first)
        case .morphology(let kind, let x, let y): return first.morphed(kind, x: x, y: y)
        case .turbulence(let turbulence):
            return TurbulenceNoise(turbulence).image(bounds, space: step.space)
        case .convolve(let convolution): return first.convolved(convolution)
        case .displace(let scale, let x, let y):
            return first.displaced(by: second, scale: scale, x, y)
        case .light(let lighting):
            return LitSurface(heights: first, lighting).image(space: step.space)
        case .tile(let tile): return first.tiled(PixelRect(touching: tile))
        case .picture(let commands): return painted(commands)
        }
    }

    private func flooded(_ color: Color) -> FilterImage {
        FilterImage(
            bounds: bounds, pixels: [UInt32](repeating: color.pixel, count: bounds.area),
            space: .srgb)
    }

    private func painted(_ commands: [DrawCommand]) -> FilterImage {
        let surface = Surface(bounds: bounds)
        Canvas(surface, resources: resources).paint(commands)
        return FilterImage(bounds: bounds, pixels: surface.takePixels(), space: .srgb)
    }
}

extension FilterGraph {
    /// Distance in px over which the filter reads neighbouring pixels.
    var reach: Int { max(Int(min(max(region.width, region.height), 16_384)), 0) }
}
