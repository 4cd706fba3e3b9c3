import Testing

@testable import BlueHeartHTTPSyntax

@Suite struct MultipartTests {
    private let type = "multipart/form-data; boundary=XX"

    private func parts(_ body: String, type: String? = nil) throws -> [Multipart.Part] {
        try Multipart(Array(body.utf8), type: type ?? self.type).parts
    }

    private func part(_ head: String, _ body: String) -> String {
        "--XX\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(body)\r\n"
    }

    @Test func fieldsAndFilesAreRead() throws {
        let found = try parts(
            part("name=\"lang\"", "en")
                + part("name=photo; filename=\"a b.jpg\"\r\nContent-Type: image/jpeg", "\r\n--X")
                + "--XX--\r\n")
        #expect(found.map(\.name) == ["lang", "photo"])
        #expect(found.map(\.fileName) == [nil, "a b.jpg"])
        #expect(found.map { String(decoding: $0.bytes, as: UTF8.self) } == ["en", "\r\n--X"])
    }

    @Test func textBeforeTheFirstBoundaryIsSkipped() throws {
        #expect(try parts("preamble\r\n" + part("name=\"a\"", "1") + "--XX--").map(\.name) == ["a"])
    }

    @Test func aFormCanBeEmpty() throws {
        #expect(try parts("--XX--\r\n").isEmpty)
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"XX",
        "multipart/form-data; boundary=" + String(repeating: "X", count: 71),
    ])
    func aTypeWithoutABoundaryIsRefused(type: String) {
        #expect(throws: MultipartFault.badBoundary) { try parts("--XX--", type: type) }
    }

    @Test func aBoundaryMayHaveSeventyBytesAndQuotes() throws {
        let boundary = String(repeating: "X", count: 70)
        let found = try parts(
            "--\(boundary)--", type: "multipart/form-data;\tboundary=\"\(boundary)\"")
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        ("", MultipartFault.missingBoundary), ("--YY--", .missingBoundary),
        ("--XX", .unterminatedPart), ("--XX\r\n", .unterminatedPart),
        ("--XX\r\nfoo\r\n\r\nbar\r\n--XX--", .unnamedPart),
        ("--XX\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nbar\r\n--XX--", .unnamedPart),
        ("--XX\r\nContent-Disposition: form-data; name=a\r\n--XX--", .badPartHead),
    ])
    func aBrokenFormIsRefused(body: String, fault: MultipartFault) {
        #expect(throws: fault) { try parts(body) }
    }

    @Test func aHeadHasALimit() throws {
        func form(_ count: Int) -> String {
            part("name=a\r\nX: " + String(repeating: "x", count: count), "1") + "--XX--"
        }
        #expect(try parts(form(4_000)).count == 1)
        #expect(throws: MultipartFault.badPartHead) { try parts(form(4_096)) }
    }

    @Test func thereIsALimitOfParts() throws {
        let one = part("name=a", "1")
        #expect(try parts(String(repeating: one, count: 80) + "--XX--").count == 80)
        #expect(throws: MultipartFault.tooManyParts(limit: 80)) {
            try parts(String(repeating: one, count: 81) + "--XX--")
        }
    }
}
