public import Pixels

/// A picture out of a file, upright and in sRGB.
public struct DecodedImage: Hashable, Sendable {
    /// Which file it came from; its size is the file's, before any scaling.
    public let header: ImageHeader
    public let crop: CroppedImage
    /// What was passed over in the file, in no way a fault of the pixels' size or place.
    public let notes: [ImageNote]

    /// The pixels that are at hand.
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

/// Something in a picture file that was passed over, and what was done instead.
public enum ImageNote: Hashable, Sendable {
    /// The colour profile cannot be read; the numbers are taken for sRGB.
    case brokenProfile
    /// The colour profile is for another kind of pixels; the numbers are taken for sRGB.
    case unfitProfile
    /// CMYK without a profile; turned into RGB by a rule of thumb.
    case cmykWithoutProfile
    /// An unknown cICP chunk in a PNG; the other chunks decide.
    case unknownCodePoints
    /// The file is animated; its default picture is shown.
    case firstFrameOnly
    /// Bytes that do not belong there stand between the data of a JPEG.
    case strayBytes
}
