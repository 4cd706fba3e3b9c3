import BlueHeartDrawing
import Foundation
import Testing

@testable import BlueHeartEngine

@Suite struct SpelledPathTests {
    private let composed = "Zo\u{EB}"
    private let decomposed = "Zoe\u{308}"

    @Test func aNameIsFoundInTheOtherForm() throws {
        let root = FileManager.default.temporaryDirectory.path + "/spelled-\(UUID().uuidString)"
        defer { removeAll(root) }
        // A decomposed folder with a composed file, as unpacked archives have them.
        let folder = "\(root)/\(decomposed)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let file = "\(folder)/\(composed).jpg"
        #expect(FileManager.default.createFile(atPath: file, contents: Data([1])))
        for path in [
            "\(root)/\(composed)/\(decomposed).jpg", "\(root)/\(composed)/\(composed).jpg",
            "\(root)/\(decomposed)/\(decomposed).jpg", file,
        ] { #expect(spelledPath(path).utf8.elementsEqual(file.utf8)) }
        let missing = "\(root)/\(composed)/\(composed).png"
        #expect(spelledPath(missing).utf8.elementsEqual(missing.utf8))
    }

    private func removeAll(_ folder: String) {
        #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: folder) }
    }

    @Test(arguments: [
        "https://example.org/a.jpg", "HTTP://x", "www.example.org/a.png", "./https:/x/a.jpg",
        "data:image/png;base64,AA", "file:///tmp/a.jpg",
    ])
    func anAddressIsNotFetched(text: String) {
        #expect(ImageFault(address: text)?.code == "image-address")
    }

    @Test(arguments: ["photos/a.jpg", "/tmp/a.jpg", "http.jpg", "./www/a.jpg"])
    func aPathIsNoAddress(text: String) { #expect(ImageFault(address: text) == nil) }
}
