import BlueHeartProduct
import BlueHeartTestbench
import Testing

@Suite struct ProductTests {
    @Test func theHTTPInterfaceHasTheProductsVersion() throws {
        let document = String(decoding: try projectFile("web/openapi.json"), as: UTF8.self)
        #expect(document.contains("\"version\": \"\(Product.version)\","))
    }

    @Test func theVersionHasThreeNumbers() {
        let parts = Product.version.split(separator: ".", omittingEmptySubsequences: false)
        #expect(parts.count == 3 && parts.allSatisfy { UInt16($0) != nil })
    }

    @Test func itsKitIsThere() throws {
        let path = "templates/\(Product.kit)/kit.json"
        let document = String(decoding: try projectFile(path), as: UTF8.self)
        #expect(document.contains("\"name\": \"\(Product.kit)\","))
    }
}
