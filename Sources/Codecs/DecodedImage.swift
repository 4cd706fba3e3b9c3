public import BlueHeartPixels

/// A decoded picture, upright and in sRGB.
public struct DecodedImage: Hashable, Sendable {
    /// The header of the file; its size is the file's, before scaling.
    public let header: ImageHeader
    public let crop: CroppedImage
    /// Deviations of the file that were ignored; they never affect size or position.
    public let notes: [ImageNote]

    /// The decoded pixels.
    public var bitmap: Bitmap { crop.bitmap }

    init(header: ImageHeader, _ crop: CroppedImage, notes: [ImageNote]) {
        self.header = header
        self.crop = crop
        self.notes = notes
    }

    init(header: ImageHeader, bitmap: Bitmap, notes: [ImageNote]) {
        self.init(header: header, CroppedImage(bitmap), notes: notes)
    }
}

/// A deviation of a picture file that was ignored, with its treatment.
public enum ImageNote: Hashable, Sendable {
    /// The colour profile cannot be read; the values are treated as sRGB.
    case brokenProfile
    /// The colour profile is for another kind of pixels; the values are treated as sRGB.
    case unfitProfile
    /// CMYK without a profile; converted to RGB by a simple formula.
    case cmykWithoutProfile
    /// An unknown cICP chunk in a PNG; the other chunks are used.
    case unknownCodePoints
    /// The file is animated; its default picture is used.
    case firstFrameOnly
    /// Unexpected bytes between the data of a JPEG.
    case strayBytes
}
