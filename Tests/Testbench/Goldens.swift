public import BlueHeartPixels
import Foundation
public import Testing

/// Compares a picture with `Tests/Goldens/<suite>/<name>.png`, pixel by pixel and exactly.
///
/// The suite is the folder of the test. With `GOLDENS=failed` in the environment a picture that
/// differs is written to `.build/goldens-failed`, to be looked at and accepted by name; the test
/// fails all the same.
public func expectGolden(
    _ bitmap: Bitmap, _ name: String, testFile: String = #filePath,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let golden = Golden(name, ending: "png", testFile: testFile)
    golden.compare(StoredPNG.encode(bitmap), sourceLocation) { expected in
        do {
            return Golden.difference(from: try StoredPNG.decode(expected), to: bitmap)
        } catch {
            return "the golden cannot be read: \(error)"
        }
    }
}

/// Compares a text with `Tests/Goldens/<suite>/<name>.txt`, byte by byte.
///
/// Line for line as `expectGolden` does for pictures.
public func expectGolden(
    _ text: String, _ name: String, testFile: String = #filePath,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let golden = Golden(name, ending: "txt", testFile: testFile)
    golden.compare(Array(text.utf8), sourceLocation) { expected in
        Golden.difference(from: String(decoding: expected, as: UTF8.self), to: text)
    }
}

/// One expected file.
struct Golden {
    /// `RasterTests/fade-half.png`.
    let name: String

    init(_ name: String, ending: String, testFile: String) {
        let suite = URL(fileURLWithPath: testFile).deletingLastPathComponent().lastPathComponent
        self.name = "\(suite)/\(name).\(ending)"
    }

    private static let mode = ProcessInfo.processInfo.environment["GOLDENS"]
    private static let folder = projectFolder + "/Tests/Goldens/"
    private static let failedFolder = projectFolder + "/.build/goldens-failed/"
    private static let usedFolder = projectFolder + "/.build/goldens-used/"

    /// - Parameter difference: how the actual value differs from these expected bytes; nil if it
    ///   does not.
    func compare(
        _ actual: [UInt8], _ place: Testing.SourceLocation, difference: ([UInt8]) -> String?
    ) {
        if Self.mode == "used" { write([], to: Self.usedFolder, place) }
        guard let expected = FileManager.default.contents(atPath: Self.folder + name) else {
            fail("there is no golden \(name) yet", actual, place)
            return
        }
        if let difference = difference(Array(expected)) {
            fail("\(name) differs from its golden: \(difference)", actual, place)
        }
    }

    private func fail(_ message: String, _ actual: [UInt8], _ place: Testing.SourceLocation) {
        if Self.mode == "failed" {
            write(actual, to: Self.failedFolder, place)
            Issue.record("\(message); written to .build/goldens-failed", sourceLocation: place)
        } else {
            Issue.record("\(message); GOLDENS=failed writes it down", sourceLocation: place)
        }
    }

    private func write(_ bytes: [UInt8], to folder: String, _ place: Testing.SourceLocation) {
        let file = URL(fileURLWithPath: folder + name)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        } catch {
            Issue.record("cannot write \(file.path): \(error)", sourceLocation: place)
        }
    }
}

extension Golden {
    static func difference(from expected: Bitmap, to actual: Bitmap) -> String? {
        guard expected.width == actual.width, expected.height == actual.height else {
            return "expected \(expected.width) x \(expected.height) px, "
                + "found \(actual.width) x \(actual.height)"
        }
        let places = actual.pixels.indices.filter { expected.pixels[$0] != actual.pixels[$0] }
        guard let first = places.first else { return nil }
        let most = places.reduce(0) {
            max($0, channelDistance(expected.pixels[$1], actual.pixels[$1]))
        }
        return "\(places.count) of \(actual.pixels.count) pixels, by \(most) at most, the first at "
            + "x \(first % actual.width), y \(first / actual.width): expected "
            + "\(hexadecimal(expected.pixels[first])), found \(hexadecimal(actual.pixels[first]))"
    }

    static func difference(from expected: String, to actual: String) -> String? {
        guard !expected.utf8.elementsEqual(actual.utf8) else { return nil }
        let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let found = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(wanted, found).enumerated().first { _, pair in
            !pair.0.utf8.elementsEqual(pair.1.utf8)
        }
        guard let line else {
            return "expected \(wanted.count) lines, found \(found.count)"
        }
        return "line \(line.offset + 1): expected \"\(line.element.0)\", "
            + "found \"\(line.element.1)\""
    }

    private static func channelDistance(_ left: UInt32, _ right: UInt32) -> Int {
        [0, 8, 16, 24].reduce(0) { most, shift in
            max(most, abs(Int(left >> shift & 255) - Int(right >> shift & 255)))
        }
    }

    /// Red, green, blue, alpha, premultiplied.
    private static func hexadecimal(_ pixel: UInt32) -> String {
        let digits = String(pixel.byteSwapped, radix: 16)
        return "#" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
