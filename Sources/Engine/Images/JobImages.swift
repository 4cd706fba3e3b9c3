import Codecs
import Drawing
import Geometry
import Pixels
import Synchronization

/// The pictures one job may show: the caller's own, and its kit's artwork.
///
/// A photograph that was decoded for one place serves every smaller place of the same job: which
/// detail a place gets depends on the job alone, never on what the store holds.
final class JobImages: ImageProvider {
    /// Where a picture's bytes are.
    enum Place: Hashable {
        case bytes([UInt8])
        case file(String)
    }

    /// A picture whose header is known.
    private struct Opened {
        var content: String
        var header: ImageHeader
        /// nil until they are needed.
        var bytes: [UInt8]?
        /// What this job has of it in the most detail, and how many times that is shrunk.
        var largest: (image: SourceImage, shrinking: Int)?
    }

    private let store: ImageStore
    private let artwork: ArtworkFolder
    private let own: [String: Place]
    private let ownLimits: ImageLimits
    private let strangers: (any PictureDecoder)?
    private let opened = Mutex<[String: Opened]>([:])

    /// - Parameters:
    ///   - own: the caller's pictures by name; they come before artwork of the same name.
    ///   - ownLimits: how large those may be.
    ///   - strangers: decodes those; they are then not kept in the store.
    init(
        artwork: ArtworkFolder, own: [String: Place], ownLimits: ImageLimits, store: ImageStore,
        strangers: (any PictureDecoder)? = nil
    ) {
        self.artwork = artwork
        self.own = own
        self.ownLimits = ownLimits
        self.store = store
        self.strangers = strangers
    }

    func size(of image: ImageReference) throws(ImageFault) -> Size {
        let header = try open(image.name).header
        return Size(width: Double(header.width), height: Double(header.height))
    }

    func image(
        _ image: ImageReference, covering pixels: Size
    ) throws(ImageFault) -> SourceImage {
        let picture = try open(image.name)
        let size = Size(width: pixels.width.rounded(.up), height: pixels.height.rounded(.up))
        let detail = detail(
            picture.header, covering: size, limits: limits(for: image.name))
        if case .shrunk(let shrinking) = detail, let largest = picture.largest,
            largest.shrinking <= shrinking
        {
            return largest.image
        }
        let found = try self.image(of: picture, image.name, detail, covering: size)
        if case .shrunk(let shrinking) = detail {
            opened.withLock { $0[image.name]?.largest = (found, shrinking) }
        }
        return found
    }

    /// A picture out of the store, or decoded and put there.
    private func image(
        of picture: Opened, _ name: String, _ detail: ImageStore.Detail, covering size: Size
    ) throws(ImageFault) -> SourceImage {
        let key = ImageStore.Key(content: picture.content, detail: detail)
        let decoder = self.decoder(of: name)
        if decoder == nil, let kept = store.image(key) { return kept }
        let bytes: [UInt8]
        if let known = picture.bytes { bytes = known } else { bytes = try read(name) }
        let bitmap = try decode(bytes, name, covering: size, with: decoder)
        let decoded = SourceImage(
            key: "\(picture.content)@\(bitmap.width)x\(bitmap.height)", bitmap: bitmap)
        if decoder == nil { store.keep(decoded, as: key) }
        return decoded
    }

    private func detail(
        _ header: ImageHeader, covering size: Size, limits: ImageLimits
    ) -> ImageStore.Detail {
        switch header.format {
        case .svg: .drawn(size)
        default: .shrunk(shrinking(header, covering: size, limits: limits))
        }
    }
}

extension JobImages {
    private func limits(for name: String) -> ImageLimits { own[name] == nil ? .file : ownLimits }

    /// nil for what is decoded here.
    private func decoder(of name: String) -> (any PictureDecoder)? {
        own[name] == nil ? nil : strangers
    }

    private func open(_ name: String) throws(ImageFault) -> Opened {
        if let known = opened.withLock({ $0[name] }) { return known }
        let content = try content(of: name)
        var bytes: [UInt8]?
        let header: ImageHeader
        let isStrangers = decoder(of: name) != nil
        if !isStrangers, let kept = store.header(of: content) {
            header = kept
        } else {
            let all = try read(name)
            header = try readHeader(all, name)
            if !isStrangers { store.keep(header, of: content) }
            bytes = all
        }
        try checkName(name, is: header.format)
        let picture = Opened(content: content, header: header, bytes: bytes)
        opened.withLock { $0[name] = picture }
        return picture
    }

    private func place(of name: String) throws(ImageFault) -> Place {
        if let own = own[name] { return own }
        return .file(try artwork.file(name))
    }

    /// What names the content: equal where the bytes are equal.
    private func content(of name: String) throws(ImageFault) -> String {
        switch try place(of: name) {
        case .bytes(let bytes): return "sha256:" + sha256(of: bytes)
        case .file(let path):
            do {
                return "file:" + (try OpenFile(path).stamp)
            } catch {
                throw ImageFault(error)
            }
        }
    }

    private func read(_ name: String) throws(ImageFault) -> [UInt8] {
        switch try place(of: name) {
        case .bytes(let bytes): return bytes
        case .file(let path):
            do {
                return try readFile(path, limit: limits(for: name).bytes)
            } catch {
                throw ImageFault(error)
            }
        }
    }

    private func readHeader(_ bytes: [UInt8], _ name: String) throws(ImageFault) -> ImageHeader {
        do throws(ImageError) {
            // The size of an SVG is not known before the whole of it is read.
            if decoder(of: name) != nil, ImageFormat.sniff(bytes) == .svg {
                throw ImageError.wrongFormat(expected: [.jpeg, .png, .webP], found: .svg)
            }
            return try ImageHeader.read(bytes, limits: limits(for: name))
        } catch {
            throw ImageFault(error, name: name)
        }
    }

    private func decode(
        _ bytes: [UInt8], _ name: String, covering size: Size,
        with decoder: (any PictureDecoder)?
    ) throws(ImageFault) -> Bitmap {
        do throws(ImageError) {
            if let decoder {
                return try decoder.bitmap(of: bytes, limits: limits(for: name), covering: size)
            }
            return try decodeImage(bytes, limits: limits(for: name), covering: size).bitmap
        } catch {
            throw ImageFault(error, name: name)
        }
    }
}
