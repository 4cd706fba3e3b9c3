/// Writes the chunks of a PNG.
///
/// Source: W3C PNG specification, third edition, sections 5 and 11.
struct PNGContainer {
    private(set) var bytes: [UInt8]

    /// Begins a file.
    ///
    /// - Parameter capacity: approximate bytes of the file.
    init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
        bytes += [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    }

    mutating func chunk(_ name: StaticString, _ data: [UInt8]) {
        unsafe data.withUnsafeBytes { unsafe chunk(name, $0) }
    }

    mutating func chunk(_ name: StaticString, _ data: UnsafeRawBufferPointer) {
        appendBigEndian(UInt32(data.count))
        let start = bytes.count
        bytes += name.description.utf8
        unsafe bytes.append(contentsOf: data)
        let crc = unsafe bytes[start...].withUnsafeBytes { unsafe crc32($0) }
        appendBigEndian(crc)
    }

    private mutating func appendBigEndian(_ value: UInt32) {
        for shift in [24, 16, 8, 0] as [UInt32] {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}

extension PNGContainer {
    /// Writes the chunks before the picture data: size, colour space, words, palette.
    mutating func writeHead(_ layout: PNGLayout, _ options: EncodeOptions) {
        writeHeader(layout)
        // sRGB with perceptual intent, and fallbacks for decoders without it.
        chunk("sRGB", [0])
        chunk("gAMA", numbers([45_455]))
        chunk("cHRM", numbers([31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000]))
        if let pixelsPerInch = options.pixelsPerInch {
            let perMetre = Int((pixelsPerInch / 0.0254).rounded())
            chunk("pHYs", numbers([perMetre, perMetre]) + [1])
        }
        writePalette(layout)
        writeWords(options.metadata)
    }

    private mutating func writeHeader(_ layout: PNGLayout) {
        let kind: (bits: Int, type: Int) =
            switch layout.color {
            case .gray: (8, 0)
            case .rgb: (8, 2)
            case .rgba: (8, 6)
            case .palette(let bits): (bits, 3)
            }
        let shape = [UInt8(kind.bits), UInt8(kind.type), 0, 0, 0]
        chunk("IHDR", numbers([layout.width, layout.height]) + shape)
    }

    private mutating func writePalette(_ layout: PNGLayout) {
        if layout.palette.isEmpty { return }
        let colors = layout.palette
        chunk(
            "PLTE",
            colors.flatMap { color in
                [0, 8, 16].map { UInt8(truncatingIfNeeded: color >> UInt32($0)) }
            })
        let alphas = colors.map { UInt8($0 >> 24) }.prefix { $0 != 255 }
        if !alphas.isEmpty { chunk("tRNS", Array(alphas)) }
    }

    private mutating func writeWords(_ metadata: PictureMetadata) {
        let words = [
            ("Title", metadata.title), ("Description", metadata.description),
            ("Author", metadata.credit), ("Copyright", metadata.copyright),
        ]
        for (keyword, text) in words where !text.isEmpty {
            chunk("iTXt", international(keyword, text, language: metadata.language))
        }
        if let xmp = metadata.xmp {
            chunk("iTXt", international("XML:com.adobe.xmp", xmp, language: ""))
        }
    }

    /// Data of an iTXt chunk: keyword, not compressed, language, no translated keyword, text; the
    /// first parts are terminated by zeros.
    private func international(_ keyword: String, _ text: String, language: String) -> [UInt8] {
        Array(keyword.utf8) + [0, 0, 0] + language.utf8.filter { $0 > 0x20 && $0 < 0x7F } + [0, 0]
            + text.utf8.filter { $0 != 0 }
    }

    private func numbers(_ values: [Int]) -> [UInt8] {
        var writer = ByteWriter()
        for value in values { writer.bigEndian(value, bytes: 4) }
        return writer.bytes
    }
}
