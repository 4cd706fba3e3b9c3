import BlueHeartPixels

/// Compresses a picture in bands, and caches the bands of the previous picture.
///
/// The bytes of a band depend only on its rows, on the rows before it that its data may repeat, and
/// on the content class of the band before; so they do not depend on the cache. In a batch of cards
/// most bands are equal to the previous card's.
@safe final class BandCompressor {
    private let maker = BandMaker()
    private let previousPixels = PreviousPixels()
    private var memory = Scratch()
    private var lastMemory = Scratch()
    private var last: CompressedPicture?

    /// zlib data of the whole picture, valid until the next call; nil if memory is exhausted.
    func compress(_ layout: PNGLayout, _ bitmap: Bitmap) -> UnsafeRawBufferPointer? {
        let bands = Bands(layout)
        let isSameShape = last?.layout.hasShape(of: layout) ?? false
        let unchanged = previousPixels.replace(by: bitmap, bands, isSameShape: isSameShape)
        let output = unsafe memory.buffer(of: maker.bound(layout, bands))
        maker.begin(layout, bitmap, bands)
        defer { maker.finish() }
        var picture = CompressedPicture(layout: layout)
        for index in bands.rows.indices {
            let before = picture.bands.last?.look
            let end = picture.end
            if unchanged[index], let band = last?.bands[index],
                index == 0 || last?.bands[index - 1].look == before
            {
                unsafe copy(band.place, to: output, at: end)
                picture.append(band, at: end)
            } else {
                let room = unsafe UnsafeMutableRawBufferPointer(rebasing: output[end...])
                guard let band = unsafe maker.make(index, after: before, into: room) else {
                    last = nil
                    return nil
                }
                picture.append(band, at: end)
            }
        }
        last = picture
        swap(&memory, &lastMemory)
        return unsafe picture.finish(output)
    }

    /// Copies a band from the previous picture's data.
    private func copy(
        _ place: Range<Int>, to output: UnsafeMutableRawBufferPointer, at start: Int
    ) {
        let kept = unsafe lastMemory.content(place.upperBound)
        unsafe UnsafeMutableRawBufferPointer(rebasing: output[start...]).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: kept[place]))
    }
}

/// One compressed band.
struct CompressedBand {
    let look: BandLook
    /// Range of its bytes in the zlib data of the picture.
    var place: Range<Int>
    /// Number of bytes of its filtered rows, and their checksum.
    let count: Int
    let checksum: UInt32
}

/// The compressed bands of a picture, contiguous after the two bytes of the zlib header.
struct CompressedPicture {
    let layout: PNGLayout
    private(set) var bands: [CompressedBand] = []
    private(set) var checksum: UInt32 = 1

    init(layout: PNGLayout) {
        self.layout = layout.withoutPixels
    }

    /// Offset of the next band.
    var end: Int { bands.last?.place.upperBound ?? 2 }

    mutating func append(_ band: CompressedBand, at start: Int) {
        var moved = band
        moved.place = start..<start + band.place.count
        checksum = adler32(checksum, band.checksum, count: band.count)
        bands.append(moved)
    }

    /// Writes header and checksum around the bands.
    func finish(_ output: UnsafeMutableRawBufferPointer) -> UnsafeRawBufferPointer {
        unsafe finishZlib(output, end: end, checksum: checksum)
    }
}

/// Writes the zlib header to the first 2 bytes and the checksum after `end`, and returns all.
func finishZlib(
    _ output: UnsafeMutableRawBufferPointer, end: Int, checksum: UInt32
) -> UnsafeRawBufferPointer {
    // CMF and FLG: deflate, window of 32 KiB, a multiple of 31. Source: RFC 1950, section 2.2.
    unsafe output[0] = 0x78
    unsafe output[1] = 0x01
    unsafe output.storeBytes(of: checksum.bigEndian, toByteOffset: end, as: UInt32.self)
    return unsafe UnsafeRawBufferPointer(rebasing: output[..<(end + 4)])
}
