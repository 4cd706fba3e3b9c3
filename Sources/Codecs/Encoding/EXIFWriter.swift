/// Writes EXIF data with all required fields: sRGB, upright, this size, these words.
///
/// 72 pixels per inch is the standard's value for an unknown density. The words are UTF-8 in fields
/// of type ASCII, as all programs write and read them. Source: TIFF 6.0, section 2; Exif 2.32,
/// sections 4.6.2 to 4.6.5.
func exifData(_ options: EncodeOptions, width: Int, height: Int) -> [UInt8] {
    let metadata = options.metadata
    let density = Field.Value.rational(options.pixelsPerInch ?? 72)
    let camera = [
        Field(0x9000, .undefined(Array("0232".utf8))),
        Field(0x9101, .undefined([1, 2, 3, 0])),
        Field(0xA000, .undefined(Array("0100".utf8))),
        Field(0xA001, .short(1)),
        Field(0xA002, .long(width)),
        Field(0xA003, .long(height)),
    ]
    var picture = [
        Field(0x010E, words: metadata.description),
        Field(0x0112, .short(1)),
        Field(0x011A, density),
        Field(0x011B, density),
        Field(0x0128, .short(2)),
        Field(0x013B, words: metadata.credit),
        Field(0x0213, .short(1)),
        Field(0x8298, words: metadata.copyright),
    ].compactMap { $0 }
    let cameraOffset = 8 + size(of: picture + [Field(0x8769, .long(0))])
    picture.append(Field(0x8769, .long(cameraOffset)))
    picture.sort { $0.tag < $1.tag }
    var writer = ByteWriter()
    writer.append("II".utf8)
    writer.littleEndian(42, bytes: 2)
    writer.littleEndian(8, bytes: 4)
    write(picture, at: 8, to: &writer)
    write(camera, at: cameraOffset, to: &writer)
    return writer.bytes
}

/// One entry of a directory.
private struct Field {
    let tag: Int
    let value: Value

    enum Value {
        case ascii([UInt8])
        case short(Int)
        case long(Int)
        case undefined([UInt8])
        case rational(Double)
    }

    init(_ tag: Int, _ value: Value) {
        self.tag = tag
        self.value = value
    }

    /// A text with a terminating zero; nil for an empty text.
    init?(_ tag: Int, words: String) {
        if words.isEmpty { return nil }
        self.init(tag, .ascii(words.utf8.filter { $0 != 0 } + [0]))
    }

    /// Number of the type, number of values, and bytes.
    var encoded: (type: Int, count: Int, bytes: [UInt8]) {
        var writer = ByteWriter()
        switch value {
        case .ascii(let bytes): return (2, bytes.count, bytes)
        case .undefined(let bytes): return (7, bytes.count, bytes)
        case .rational(let number):
            writer.littleEndian(Int((number * 100).rounded()), bytes: 4)
            writer.littleEndian(100, bytes: 4)
            return (5, 1, writer.bytes)
        case .short(let number):
            writer.littleEndian(number, bytes: 2)
            return (3, 1, writer.bytes)
        case .long(let number):
            writer.littleEndian(number, bytes: 4)
            return (4, 1, writer.bytes)
        }
    }
}

/// Number of bytes of a directory with all its values, an even number.
private func size(of fields: [Field]) -> Int {
    let values = fields.map { $0.encoded.bytes.count }.filter { $0 > 4 }
    return 2 + 12 * fields.count + 4 + values.reduce(0) { $0 + $1 + $1 % 2 }
}

private func write(_ fields: [Field], at offset: Int, to writer: inout ByteWriter) {
    var valueOffset = offset + 2 + 12 * fields.count + 4
    var values: [UInt8] = []
    writer.littleEndian(fields.count, bytes: 2)
    for field in fields {
        let (type, count, bytes) = field.encoded
        writer.littleEndian(field.tag, bytes: 2)
        writer.littleEndian(type, bytes: 2)
        writer.littleEndian(count, bytes: 4)
        if bytes.count <= 4 {
            writer.append(bytes + [UInt8](repeating: 0, count: 4 - bytes.count))
        } else {
            writer.littleEndian(valueOffset, bytes: 4)
            let padded = bytes + (bytes.count.isMultiple(of: 2) ? [] : [0])
            valueOffset += padded.count
            values += padded
        }
    }
    writer.littleEndian(0, bytes: 4)
    writer.append(values)
}
