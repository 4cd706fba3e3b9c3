import BlueHeartPixels

/// The rows of a picture in bands of about 192 KB, each classified by its content.
struct Bands {
    /// The rows of each band, from the top; none is empty.
    let rows: [Range<Int>]
    /// Rows before a band that its data may repeat: those within deflate's window of 32 KiB.
    let history: Int

    /// Largest number of rows of a band with its history.
    var longest: Int { (rows.first?.count ?? 0) + history }

    init(_ layout: PNGLayout) {
        let length = layout.rowLength + 1
        let count = max(8, bandBytes / length)
        rows = stride(from: 0, to: layout.height, by: count).map {
            $0..<min($0 + count, layout.height)
        }
        history = max(1, 32_768 / length)
    }
}

/// Large enough that the band's own codes and its end cost less than a hundredth of it, small
/// enough for a core's cache.
private let bandBytes = 192 << 10

/// Content class of a band, which decides on filter and compressor.
enum BandLook: Hashable {
    /// Rows repeat: unfiltered, so that the compressor finds the repetitions.
    case drawn
    /// Parts repeat: filtered, then compressed.
    case mixed
    /// Nothing repeats: filtered, then Huffman codes only.
    case photographed

    init(_ bitmap: Bitmap, rows: Range<Int>) {
        switch repeatedRuns(bitmap, rows: rows) {
        case drawnShare...: self = .drawn
        case 0.3...: self = .mixed
        default: self = .photographed
        }
    }

    var filters: FilterPolicy { self == .drawn ? .none : .cheapest }
}
