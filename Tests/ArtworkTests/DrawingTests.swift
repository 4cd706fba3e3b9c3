import Testing

@testable import BlueHeartArtwork

@Suite struct DrawingTests {
    private let full = #"width="20" height="20" fill="green""#

    @Test(arguments: [
        ##"<circle cx="10" cy="10" r="6" fill="green"/>"##,
        ##"<ellipse cx="10" cy="10" rx="6" ry="4" fill="green"/>"##,
        ##"<line x1="0" y1="10" x2="20" y2="10" stroke-width="4" stroke="green"/>"##,
        ##"<polyline points="0,0 20 0,20 20" fill="green" transform="translate(-2 2)"/>"##,
        ##"<polygon points="0 0 20 0 20 20 0 20" fill="green"/>"##,
        ##"<path d="M0 0h20v20h-20z" fill="green"/>"##,
        ##"<path d="M0 0h20v20h-20z M oops" fill="green"/>"##,
        ##"<rect x="25%" y="5" width="50%" height="10" rx="2" fill="green"/>"##,
        ##"<g transform="rotate(45 10 10)"><rect x="8" y="8" width="4" height="4" fill="green"/></g>"##,
        ##"<rect width="4" height="4" transform="translate(8,8)" fill="green"/>"##,
        ##"<svg x="5" y="5" width="10" height="10" viewBox="0 0 1 1"><rect width="1" height="1" fill="green"/></svg>"##,
        ##"<defs><rect id="a" width="20" height="20"/></defs><use href="#a" fill="green"/>"##,
        ##"<symbol id="a" viewBox="0 0 1 1"><rect width="1" height="1" fill="green"/></symbol><use xlink:href="#a" width="20" height="20"/>"##,
        ##"<switch><rect systemLanguage="xx" width="20" height="20" fill="red"/><rect width="20" height="20" fill="green"/></switch>"##,
        ##"<rect width="20" height="20" fill="url(#none) green"/>"##,
        ##"<clipPath id="c"><rect width="20" height="20"/></clipPath><rect width="20" height="20" fill="green" clip-path="url(#c)"/>"##,
        ##"<mask id="m"><rect width="20" height="20" fill="#fff"/></mask><rect width="20" height="20" fill="green" mask="url(#m)"/>"##,
        ##"<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="green"/></pattern><rect width="20" height="20" fill="url(#p)"/>"##,
        ##"<linearGradient id="l"><stop stop-color="green"/></linearGradient><rect width="20" height="20" fill="url(#l)"/>"##,
        ##"<marker id="k" markerWidth="4" markerHeight="4" refX="2" refY="2"><rect width="4" height="4" fill="green"/></marker><path d="M0 10H10" marker-end="url(#k)"/>"##,
        ##"<filter id="f"><feFlood flood-color="green"/></filter><rect width="20" height="20" filter="url(#f)"/>"##,
    ])
    func eachKindIsDrawn(body: String) throws {
        #expect(try Painted(body).hasMiddle(green))
    }

    @Test(arguments: [
        ##"<rect width="20" height="20" fill="none"/>"##,
        ##"<rect width="20" height="20" display="none"/>"##,
        ##"<rect width="20" height="20" visibility="hidden"/>"##,
        ##"<defs><rect width="20" height="20"/></defs>"##,
        ##"<rect width="-20" height="20"/>"##,
        ##"<svg width="5" height="5"><rect width="20" height="20"/></svg>"##,
        ##"<clipPath id="c"><rect width="5" height="5"/></clipPath><rect width="20" height="20" clip-path="url(#c)"/>"##,
        ##"<mask id="m"><rect width="20" height="20" fill="#000"/></mask><rect width="20" height="20" mask="url(#m)"/>"##,
        ##"<g opacity="0"><rect width="20" height="20"/></g>"##,
        ##"<rect width="20" height="20" filter="url(#none)"/>"##,
        ##"<rect width="20" height="20" transform="scale(0)"/>"##,
    ])
    func whatIsHiddenIsNotDrawn(body: String) throws {
        #expect(try Painted(body).pixel(10, 10) == 0)
    }

    @Test func gradientsMixStraightColours() throws {
        let painted = try Painted(
            """
            <linearGradient id="l"><stop stop-color="red" stop-opacity="0"/>\
            <stop offset="1" stop-color="blue"/></linearGradient>\
            <rect width="20" height="20" fill="url(#l)"/>
            """)
        #expect(isNear(painted.pixel(10, 10), 0x7A00_8586, within: 5))
    }

    @Test func aFocalGradientIsDarkestAtItsFocus() throws {
        let painted = try Painted(
            """
            <radialGradient id="r" fx="0.25" fr="0.1"><stop/><stop offset="1" stop-color="#fff"/>\
            </radialGradient><rect width="20" height="20" fill="url(#r)"/>
            """)
        #expect(isNear(painted.pixel(5, 10), 0x0000_00FF, within: 8))
        #expect(painted.pixel(15, 10) >> 24 > 0x80)
        #expect(painted.pixel(0, 0) == 0xFFFF_FFFF)
    }

    @Test func aMaskMayBeOfAlpha() throws {
        let mask = #"<rect width="20" height="20" opacity="0.5"/></mask>"#
        let body = "<rect \(full) mask=\"url(#m)\"/>"
        let alpha = try Painted("<mask id=\"m\" mask-type=\"alpha\">\(mask)\(body)")
        #expect(isNear(alpha.pixel(10, 10), 0x0080_0080))
        #expect(try Painted("<mask id=\"m\">\(mask)\(body)").pixel(10, 10) == 0)
    }

    @Test func blendingSeesOnlyItsOwnGroup() throws {
        let blended =
            ##"<rect width="20" height="20" fill="#0f0" style="mix-blend-mode:multiply"/>"##
        let ground = ##"<rect width="20" height="20" fill="#f00"/>"##
        #expect(try Painted(ground + blended).hasMiddle(0x0000_00FF))
        #expect(
            try Painted("\(ground)<g style=\"isolation:isolate\">\(blended)</g>")
                .hasMiddle(0x00FF_00FF))
    }

    @Test func aPictureInsideIsDrawn() throws {
        // One green pixel as PNG.
        let pixel = """
            iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgaGD4DwAChAGA+gVWHQAAAABJRU5ErkJggg==
            """
        let painted = try Painted(
            #"<image width="20" height="20" href="data:image/png;base64,\#(pixel)"/>"#)
        #expect(painted.findings.isEmpty)
        #expect(painted.hasMiddle(green))
    }

    @Test func filtersOfShadowsPaintBesideTheShape() throws {
        let body = """
            <filter id="f"><feDropShadow dx="10" dy="0" stdDeviation="0" flood-color="blue"/></filter>\
            <rect width="8" height="20" fill="green" filter="url(#f)"/>
            """
        #expect(try Painted(body).pixel(4, 10) == green)
        // The region ends a tenth beyond the shape.
        #expect(try Painted(body).pixel(14, 10) == 0)
        let wide = body.replacing("id=\"f\"", with: "id=\"f\" width=\"3\"")
        #expect(try Painted(wide).pixel(14, 10) == blue)
    }
}
