import Testing

@testable import BlueHeartArtwork

@Suite struct StyleTests {
    private func square(_ sheet: String, _ attributes: String = "") throws -> Painted {
        try Painted(
            "<style>\(sheet)</style><g id=\"g\" class=\"a b\"><rect id=\"r\" class=\"x y\" "
                + "width=\"20\" height=\"20\" \(attributes)/></g>")
    }

    @Test(arguments: [
        "rect", "*", "#r", ".x", ".x.y", "rect.x#r", "g rect", "g > rect", "#g .y", "svg g > *",
        "[width]", "[width=\"20\"]", "rect[class~=y]", "[id^=r]", "[id$=r]", "[class*='x y']",
        "g > :first-child", "a, rect", "style + g rect", "style ~ g .x",
        "rect:nth-child(1)", "svg > :nth-child(even) rect", "rect:nth-child(-n + 3)",
    ])
    func selectorsFindTheElement(selector: String) throws {
        #expect(try square("\(selector) { fill: green }").hasMiddle(green))
    }

    @Test(arguments: [
        "circle", "#x", ".z", "g.c rect", "svg > rect", "rect g", "[height='2']", "rect + rect",
        "rect:hover", "g ~ rect",
    ])
    func otherSelectorsDoNot(selector: String) throws {
        #expect(try square("\(selector) { fill: green }", "fill=\"red\"").hasMiddle(red))
    }

    @Test func theCascadeDecides() throws {
        #expect(try square("rect { fill: green }", "fill=\"red\"").hasMiddle(green))
        #expect(try square("rect { fill: red }", "style=\"fill: green\"").hasMiddle(green))
        #expect(
            try square("rect { fill: green !important }", "style=\"fill: red\"").hasMiddle(green))
        #expect(try square("#r { fill: green } rect.x { fill: red }").hasMiddle(green))
        #expect(try square("rect { fill: red } rect { fill: green }").hasMiddle(green))
        #expect(try square("/* { */ rect { fill: green; } }").hasMiddle(green))
        #expect(
            try square("@media print { rect { fill: red } }", "fill=\"green\"").hasMiddle(green))
        #expect(try square("@media screen { rect { fill: green } }").hasMiddle(green))
    }

    @Test func variablesAreReplacedAndFallBack() throws {
        #expect(try square(":root { --c: green } rect { fill: var(--c) }").hasMiddle(green))
        #expect(try square("rect { fill: var(--none, green) }").hasMiddle(green))
        #expect(
            try square(":root { --a: var(--b); --b: green } .x { fill: var(--a) }").hasMiddle(green)
        )
        #expect(
            try square(":root { --a: var(--a) } .x { fill: var(--a) }", "fill=\"red\"")
                .findings.isEmpty)
    }

    @Test func currentColorIsThatOfTheElement() throws {
        #expect(
            try Painted(
                """
                <g color="red" fill="currentColor"><rect color="green" width="20" height="20"/></g>
                """
            ).hasMiddle(green))
    }

    /// Values of CSS Color 4's own examples and of Chromium.
    @Test(arguments: [
        ("#080", 0x0088_00FF), ("#00800080", 0x0080_0080), ("GREEN", 0x0080_00FF),
        ("rgb(0, 128, 0)", 0x0080_00FF), ("rgb(0% 50% 0%)", 0x0080_00FF),
        ("rgba(0 128 0 / 50%)", 0x0080_0080), ("hsl(120, 100%, 25%)", 0x0080_00FF),
        ("hsl(120deg 100% 25.1% / 0.5)", 0x0080_0080), ("hwb(120 0% 49.8%)", 0x0080_00FF),
        ("lab(46.2775% -47.5621 48.5837)", 0x0080_00FF),
        ("lch(46.2775% 67.9892 134.3912)", 0x0080_00FF),
        ("oklab(51.975% -0.1403 0.10768)", 0x0080_00FF),
        ("oklch(51.975% 0.17686 142.495)", 0x0080_00FF),
        ("color(srgb 0 0.50196 0)", 0x0080_00FF),
        ("color(srgb-linear 0 0.21586 0)", 0x0080_00FF),
        ("color(display-p3 0.21604 0.49418 0.13151)", 0x0080_00FF),
        ("color(a98-rgb 0.28155 0.50001 0)", 0x0080_00FF),
        ("color(xyz 0.07719 0.15438 0.02573)", 0x0080_00FF),
        ("color(rec2020 0.235202 0.431704 0.085432)", 0x0080_00FF),
        ("color(prophoto-rgb 0.230479 0.395789 0.129968)", 0x0080_00FF),
    ])
    func coloursAreThoseOfCSS(text: String, expected: UInt32) throws {
        let painted = try Painted("<rect width=\"20\" height=\"20\" fill=\"\(text)\"/>")
        #expect(painted.hasMiddle(expected), "found \(String(painted.pixel(10, 10), radix: 16))")
    }

    @Test func manyRulesAreRefused() {
        var limits = ArtworkLimits()
        limits.styleRules = 100
        let rules = (0...100).map { ".c\($0) { fill: red }" }.joined()
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><style>"
        #expect(throws: ArtworkError.tooManyStyleRules(limit: 100)) {
            try VectorDrawing(Array((text + rules + "</style></svg>").utf8), limits: limits)
        }
    }
}
