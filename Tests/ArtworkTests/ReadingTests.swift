import Testing

@testable import BlueHeartArtwork

@Suite struct ReadingTests {
    private let open = #"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">"#
    private let square = #"<rect width="20" height="20" fill="green"/></svg>"#

    private func error(_ text: String, limits: ArtworkLimits = .standard) -> ArtworkError? {
        do throws(ArtworkError) {
            _ = try VectorDrawing(Array(text.utf8), limits: limits)
                .draw(widthInPixels: 20, heightInPixels: 20, key: "test")
            return nil
        } catch {
            return error
        }
    }

    @Test func everyElementKnowsItsPlace() throws {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <g>\n    <rect/></g></svg>"
        let tree = try XMLReader.read(Array(text.utf8), limits: .standard)
        #expect(tree.elements.map(\.name) == ["svg", "g", "rect"])
        #expect(tree.elements.map(\.place.line) == [1, 2, 3])
        #expect(tree.elements[2].place.column == 5)
        #expect(tree.elements[2].parent == 1)
    }

    @Test func damagedXMLIsAnErrorWithItsPlace() {
        #expect(
            error("<svg xmlns=\"http://www.w3.org/2000/svg\">\n<g></svg>")
                == .malformed("mismatched tag", SourcePlace(line: 2, column: 6)))
    }

    @Test func aRootThatIsNoSVGIsRefused() {
        #expect(error("<html/>") == .notSVG)
        #expect(error("<svg width=\"20\" height=\"20\"/>") == .notSVG)
    }

    @Test func aDrawingWithoutAreaHasNoSize() {
        #expect(error(open.replacing("\"20\"", with: "\"0\"") + "</svg>") == .noSize)
        #expect(error(#"<svg xmlns="http://www.w3.org/2000/svg"/>"#) == .noSize)
    }

    @Test func limitsHoldBeforeMemoryIsTaken() {
        var limits = ArtworkLimits()
        (limits.depth, limits.elements, limits.attributes) = (5, 20, 3)
        let deep = open + String(repeating: "<g>", count: 5) + String(repeating: "</g>", count: 5)
        guard case .tooDeep(limit: 5, _) = error(deep + square, limits: limits) else {
            Issue.record("a deep document was read")
            return
        }
        guard
            case .tooManyElements(limit: 20, _) = error(
                open + String(repeating: "<g/>", count: 20) + square, limits: limits)
        else {
            Issue.record("a long document was read")
            return
        }
        guard
            case .tooManyAttributes(limit: 3, _) = error(
                open + #"<g a="" b="" c="" d=""/>"# + square, limits: limits)
        else {
            Issue.record("an element with many attributes was read")
            return
        }
    }

    @Test func entitiesOfTheDocumentAreReplacedAndOthersAreNotOpened() throws {
        let inner = """
            <!DOCTYPE svg [<!ENTITY paint "green"><!ENTITY far SYSTEM "file:///etc/passwd">]>
            """
        let painted = try Painted(
            bytes: Array(
                (inner + open
                    + #"&far;<rect width="20" height="20" fill="&paint;"/></svg>"#).utf8))
        #expect(painted.pixel(10, 10) == green)
    }

    @Test func anEntityThatGrowsIsRefused() {
        var text = #"<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">"#
        for level in 1...12 {
            let part = String(repeating: "&a\(level - 1);", count: 10)
            text += "<!ENTITY a\(level) \"\(part)\">"
        }
        #expect(error(text + "]>" + open + "&a12;</svg>") != nil)
    }

    @Test func utf16IsRead() throws {
        var bytes: [UInt8] = [0xFE, 0xFF]
        for unit in (open + square).utf16 { bytes += [UInt8(unit >> 8), UInt8(unit & 255)] }
        #expect(try Painted(bytes: bytes).pixel(10, 10) == green)
    }

    @Test func compressedDrawingsAreRead() throws {
        // gzip with a stored block: header, length, its complement, data, checksum, size.
        let content = Array((open + square).utf8)
        let count = UInt16(content.count)
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1]
        for value in [count, ~count] { bytes += [UInt8(value & 255), UInt8(value >> 8)] }
        bytes += content
        var checksum = UInt32.max
        for byte in content {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        for value in [~checksum, UInt32(count)] {
            bytes += (0..<4).map { UInt8(value >> (8 * $0) & 255) }
        }
        #expect(try Painted(bytes: bytes).pixel(10, 10) == green)
        bytes[20] ^= 1
        #expect(throws: ArtworkError.damagedCompression) { try VectorDrawing(bytes) }
    }

    @Test(arguments: [
        "foreignObject", "script", "animate", "text",
    ])
    func whatIsNotDrawnIsAFindingWithItsPlace(name: String) throws {
        let painted = try Painted("\n<\(name)/>")
        #expect(painted.findings.map(\.element) == [name])
        #expect(painted.findings.first?.place.line == 2)
    }

    @Test(arguments: [
        #"<image href="a.png" width="9" height="9"/>"#,
        #"<use href="other.svg#a"/>"#,
        #"<rect width="9" height="9" fill="url(other.svg#a)"/>"#,
        #"<rect width="9" height="9" mask="url(other.svg#a)"/>"#,
        "<style>@import url(a.css);</style>",
    ])
    func nothingOutsideIsOpenedAndEachIsAFinding(body: String) throws {
        #expect(try Painted(body).findings.count == 1)
    }
}
