import Testing

@testable import BlueHeartArtwork

/// Files that crash or hang other readers; each ends here in a drawing or an error.
@Suite struct HostileTests {
    private func outcome(_ body: String) -> Result<Painted, any Error> {
        Result { try Painted(body) }
    }

    private let square = #"<rect width="20" height="20" fill="green""#

    @Test(arguments: ["mask", "clip-path", "filter", "fill"])
    func chainsOfReferencesEnd(property: String) {
        let name = ["mask": "mask", "clip-path": "clipPath", "filter": "filter", "fill": "pattern"]
        let element = name[property] ?? ""
        let chain = (0..<3_000).map {
            "<\(element) id=\"m\($0)\"><g \(property)=\"url(#m\($0 + 1))\">\(square)/></g>"
                + "</\(element)>"
        }
        _ = outcome(chain.joined() + "\(square) \(property)=\"url(#m0)\"/>")
    }

    @Test func usesThatGrowTenfoldAreRefused() {
        var body = "<defs><g id=\"a0\">\(square)/></g>"
        for level in 1...10 {
            let uses = String(repeating: "<use href=\"#a\(level - 1)\"/>", count: 10)
            body += "<g id=\"a\(level)\">\(uses)</g>"
        }
        var limits = ArtworkLimits()
        limits.drawnElements = 5_000
        let text = """
            <svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">\
            \(body)</defs><use href="#a10"/></svg>
            """
        #expect(throws: ArtworkError.self) {
            try VectorDrawing(Array(text.utf8), limits: limits)
                .draw(widthInPixels: 20, heightInPixels: 20, key: "test")
        }
    }

    @Test func octavesAreBoundedAndReported() throws {
        let painted = try Painted(
            """
            <filter id="f"><feTurbulence baseFrequency="0.05" numOctaves="1000000"/></filter>\
            \(square) filter="url(#f)"/>
            """)
        #expect(painted.findings.count == 1)
    }

    @Test func paintingWithoutEndIsRefused() {
        let blur = #"<filter id="f"><feGaussianBlur stdDeviation="9 3"/></filter>"#
        let one = "<g filter=\"url(#f)\">\(square)/></g>"
        let text = """
            <svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000" viewBox="0 0 20 20">\
            \(blur)\(String(repeating: one, count: 2_000))</svg>
            """
        #expect(throws: ArtworkError.self) {
            try VectorDrawing(Array(text.utf8))
                .draw(widthInPixels: 2_000, heightInPixels: 2_000, key: "test")
        }
    }

    @Test(arguments: ["g", "svg", "switch", "a", "defs", "symbol", "text", "clipPath"])
    func deepNestingOfEachElementEnds(name: String) {
        for depth in [100, 10_000] {
            let body = String(repeating: "<\(name)>", count: depth)
            _ = outcome(body + String(repeating: "</\(name)>", count: depth))
        }
    }

    @Test(arguments: [
        "<use id=\"a\" href=\"#a\"/>", "<g id=\"a\"><use href=\"#a\"/></g>",
        "<use id=\"a\" href=\"#b\"/><use id=\"b\" href=\"#a\"/>",
        "<linearGradient id=\"a\" href=\"#b\"/><linearGradient id=\"b\" href=\"#a\"/><rect width=\"9\" height=\"9\" fill=\"url(#a)\"/>",
        "<mask id=\"a\" mask=\"url(#a)\"><rect width=\"9\" height=\"9\" mask=\"url(#a)\"/></mask><rect width=\"9\" height=\"9\" mask=\"url(#a)\"/>",
        "<clipPath id=\"a\" clip-path=\"url(#a)\"><rect width=\"9\" height=\"9\" clip-path=\"url(#a)\"/></clipPath><rect width=\"9\" height=\"9\" clip-path=\"url(#a)\"/>",
        "<pattern id=\"a\" width=\"1\" height=\"1\"><rect width=\"9\" height=\"9\" fill=\"url(#a)\"/></pattern><rect width=\"9\" height=\"9\" fill=\"url(#a)\"/>",
        "<marker id=\"a\"><path d=\"M0 0H9\" marker-end=\"url(#a)\"/></marker><path d=\"M0 0H9\" marker-end=\"url(#a)\"/>",
        "<filter id=\"a\"><feImage href=\"#b\"/></filter><g id=\"b\" filter=\"url(#a)\"><rect width=\"9\" height=\"9\"/></g>",
    ])
    func circlesOfReferencesEnd(body: String) throws {
        _ = try Painted(body)
    }

    @Test(arguments: [
        "width=\"1e999\"", "width=\"nan\"", "width=\"-inf\"", "x=\"1e300\" width=\"9\"",
        "transform=\"scale(1e30)\" width=\"9\"", "transform=\"matrix(1 2 1 2 0 0)\" width=\"9\"",
        "transform=\"skewX(90)\" width=\"9\"", "width=\"9\" stroke=\"red\" stroke-width=\"1e20\"",
        "width=\"9\" stroke=\"red\" stroke-dasharray=\"1e-9\"",
        "width=\"9\" height=\"1e308\" rx=\"2\" stroke=\"red\"",
        "width=\"9\" fill=\"color(srgb 1e999 0 0)\"",
    ])
    func numbersWithoutMeasureEnd(attributes: String) {
        _ = outcome("<rect height=\"9\" \(attributes)/>")
    }

    @Test func aPictureInsideThatIsABombIsAFinding() throws {
        // The header of a PNG of 100,000 x 100,000 px, in which no pixel follows.
        let header = "iVBORw0KGgoAAAANSUhEUgABhqAAAYagCAYAAAA="
        let painted = try Painted(
            "<image width=\"20\" height=\"20\" href=\"data:image/png;base64,\(header)\"/>")
        #expect(painted.findings.count == 1)
    }
}
