import BlueHeartCodecs
import BlueHeartDrawing
import BlueHeartFormats
import BlueHeartGeometry
import BlueHeartPixels

/// A picture inside of a document, decoded once.
enum EmbeddedImage {
    case pixels(SourceImage, Size)
    case drawing(Document, Size)
    case none
}

extension Composer {
    func composeImage(_ index: Int, _ context: Context) throws(ArtworkError) -> Drawn {
        guard let image = try embedded(index) else { return .nothing }
        let lengths = context.lengths(context.style)
        let own: Size
        switch image {
        case .none: return .nothing
        case .pixels(_, let size), .drawing(_, let size): own = size
        }
        let given = (
            length(index, "width", .x, lengths), length(index, "height", .y, lengths)
        )
        let width = given.0 ?? given.1.map { $0 * own.width / own.height } ?? own.width
        let height = given.1 ?? given.0.map { $0 * own.height / own.width } ?? own.height
        guard width > 0, height > 0 else { return .nothing }
        let place = Rect(
            x: length(index, "x", .x, lengths) ?? 0, y: length(index, "y", .y, lengths) ?? 0,
            width: width, height: height)
        let ratio = AspectRatio(element(index)["preserveAspectRatio"])
        let source = Rect(x: 0, y: 0, width: own.width, height: own.height)
        guard let map = ratio.map(from: source, to: place) else { return .nothing }
        let bounds = Bounds(place)
        guard context.style.isVisible else { return Drawn(bounds: bounds) }
        try spend(pixels(of: bounds, context.map) * 15, index)
        var commands = try imageCommands(image, source, map.then(context.map), context, index)
        if ratio.fitting == .slice, ratio.alignment != nil {
            commands = clipped(commands, to: place, context.map)
        }
        return Drawn(commands: commands, bounds: bounds)
    }

    /// A picture of a filter, fitted into the region of its step.
    func filterImage(
        _ index: Int, _ place: Rect, _ context: Context
    ) throws(ArtworkError) -> [DrawCommand] {
        guard let image = try embedded(index) else { return [] }
        let own: Size
        switch image {
        case .none: return []
        case .pixels(_, let size), .drawing(_, let size): own = size
        }
        let source = Rect(x: 0, y: 0, width: own.width, height: own.height)
        let ratio = AspectRatio(element(index)["preserveAspectRatio"])
        guard let map = ratio.map(from: source, to: place) else { return [] }
        let commands = try imageCommands(image, source, map.then(context.map), context, index)
        return clipped(commands, to: place, context.map)
    }

    private func imageCommands(
        _ image: EmbeddedImage, _ source: Rect, _ map: Transform, _ context: Context, _ index: Int
    ) throws(ArtworkError) -> [DrawCommand] {
        switch image {
        case .none: return []
        case .pixels(let picture, _):
            return [
                .image(
                    PlacedImage(
                        picture, source: source, destination: source, transform: map,
                        sampling: context.style.isPixelated ? .nearest : .codes))
            ]
        case .drawing(let document, let size):
            let composer = Composer(
                document, limits: limits.inner, area: area, key: "\(key)#\(index)",
                typesetter: typesetter)
            let commands = try composer.composeRoot(size: size, map: map)
            for finding in composer.findings {
                report(index, "in its drawing: \(finding.message)", cure: finding.cure)
            }
            return clipped(commands, to: source, map)
        }
    }

    private func embedded(_ index: Int) throws(ArtworkError) -> EmbeddedImage? {
        if let known = images[index] { return known }
        let image = try decode(index)
        images[index] = image
        return image
    }

    private func decode(_ index: Int) throws(ArtworkError) -> EmbeddedImage {
        guard let address = href(index)?.trimmed, !address.isEmpty else { return .none }
        guard let bytes = dataBytes(address) else {
            report(
                index,
                "the picture \(address.prefix(80)) is not inside of the file, and nothing is opened",
                cure: "embed the picture")
            return .none
        }
        if limits.allowsDrawings, isDrawing(bytes) { return decodeDrawing(index, bytes) }
        return decodePixels(index, bytes)
    }

    private func isDrawing(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x1F, 0x8B]) || ImageFormat(signatureOf: bytes) == .svg
    }

    private func decodePixels(_ index: Int, _ bytes: [UInt8]) -> EmbeddedImage {
        var imageLimits = ImageLimits.file
        imageLimits.pixels = max(0, limits.imagePixels - imagePixels)
        do throws(ImageError) {
            let header = try ImageHeader.read(bytes, limits: imageLimits)
            guard header.format != .svg else { return .none }
            imagePixels += header.width * header.height
            let bitmap = try decodeImage(bytes, limits: imageLimits).bitmap
            let size = Size(width: Double(bitmap.width), height: Double(bitmap.height))
            return .pixels(SourceImage(key: "\(key)#\(index)", bitmap: bitmap), size)
        } catch {
            report(
                index, "the picture inside is not drawn: \(error)",
                cure: "embed it as PNG, JPEG or WebP, or smaller")
            return .none
        }
    }

    private func decodeDrawing(_ index: Int, _ bytes: [UInt8]) -> EmbeddedImage {
        do throws(ArtworkError) {
            let document = try Document(bytes, limits: limits.inner)
            return .drawing(document, try document.size())
        } catch {
            report(
                index, "the drawing inside is not drawn: \(error)", cure: "embed it as shapes")
            return .none
        }
    }
}

extension ArtworkLimits {
    /// The limits of a drawing inside a drawing.
    fileprivate var inner: ArtworkLimits {
        var limits = self
        limits.allowsDrawings = false
        limits.drawnElements /= 4
        limits.nesting /= 2
        limits.depth /= 2
        return limits
    }
}

/// The bytes of a `data:` address; nil for any other.
func dataBytes(_ address: String) -> [UInt8]? {
    let bytes = Array(address.utf8)
    guard bytes.prefix(5).map(\.lowercase).elementsEqual("data:".utf8),
        let comma = bytes.firstIndex(of: UInt8(ascii: ","))
    else { return nil }
    let head = String(decoding: bytes[5..<comma], as: UTF8.self).asciiLowercased
    let body = percentDecoded(bytes[(comma + 1)...])
    return head.trimmed.hasSuffix("base64") ? base64Decoded(body) : body
}

private func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
        if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
            let value = UInt8(
                String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
        {
            result.append(value)
            index += 3
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    return result
}

/// Decodes Base64, ignoring other characters as browsers do; nil if nothing is left.
private func base64Decoded(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count * 3 / 4)
    var (bits, count) = (UInt32(0), 0)
    for byte in text {
        guard byte != UInt8(ascii: "=") else { break }
        guard let value = base64Values[Int(byte)] else { continue }
        bits = bits << 6 | UInt32(value)
        count += 6
        if count >= 8 {
            count -= 8
            result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
    }
    return result.isEmpty ? nil : result
}

private let base64Values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, letter) in letters.utf8.enumerated() { values[Int(letter)] = UInt8(value) }
    values[Int(UInt8(ascii: "-"))] = 62
    values[Int(UInt8(ascii: "_"))] = 63
    return values
}()
