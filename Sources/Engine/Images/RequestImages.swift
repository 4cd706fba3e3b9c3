import BlueHeartArtwork
import BlueHeartCodecs
import BlueHeartDrawing
import BlueHeartFormats
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartSupport
import BlueHeartTypesetting
import Synchronization

/// The pictures available to one request: the caller's own, and its kit's artwork.
///
/// A decoded photograph serves every smaller use in the same request: its detail depends on the
/// request alone, never on the cache.
final class RequestImages: ImageProvider {
    /// The location of a picture's bytes.
    enum Place: Hashable {
        case bytes([UInt8])
        case file(String)
    }

    /// A picture with its header.
    private struct Opened {
        var content: String
        /// State of the file, as in `UsedPicture`.
        var stamp: String
        var header: ImageHeader
        /// nil until they are needed.
        var bytes: [UInt8]?
        /// The most detailed decoded version of this request.
        var largest: Decoded?
    }

    private struct Decoded {
        var image: SourceImage
        /// The area and size for which it was decoded.
        var view: View
        /// Factor by which its sides are scaled down.
        var shrinking: Int

        func shows(_ part: Rect?) -> Bool {
            guard !image.crop.isWhole, let own = view.part else { return true }
            return part.map(own.contains) ?? false
        }
    }

    /// A requested view of a picture.
    private struct View {
        /// Size that the whole picture must cover, in px of the card.
        var size: Size
        /// Area in px of the file; nil for all of it.
        var part: Rect?
    }

    private let store: ImageStore
    private let artwork: ArtworkFolder
    private let own: [String: Place]
    private let ownLimits: ImageLimits
    private let untrustedDecoder: (any PictureDecoder)?
    private let fonts: FontLibrary?
    private let opened = Mutex<[String: Opened]>([:])

    /// Prepares the pictures of a request.
    ///
    /// - Parameters:
    ///   - own: the caller's pictures by name; they have precedence over artwork of the same name.
    ///   - ownLimits: limits of those.
    ///   - fonts: fonts for text in drawings; nil if none is set.
    ///   - untrustedDecoder: decoder of those; they are then not cached.
    init(
        artwork: ArtworkFolder, own: [String: Place], ownLimits: ImageLimits, store: ImageStore,
        untrustedDecoder: (any PictureDecoder)? = nil, fonts: FontLibrary? = nil
    ) {
        self.artwork = artwork
        self.own = own
        self.ownLimits = ownLimits
        self.store = store
        self.untrustedDecoder = untrustedDecoder
        self.fonts = fonts
    }

    /// The pictures used so far, by name.
    var used: [UsedPicture] {
        opened.withLock { opened in
            opened.map { UsedPicture(name: $0, stamp: $1.stamp) }
        }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    func size(of image: ImageReference) throws(ImageFault) -> Size {
        let header = try open(image.name).header
        return Size(width: Double(header.width), height: Double(header.height))
    }

    func image(
        _ image: ImageReference, covering pixels: Size, showing part: Rect
    ) throws(ImageFault) -> SourceImage {
        let picture = try open(image.name)
        let size = Size(width: pixels.width.rounded(.up), height: pixels.height.rounded(.up))
        // Cached pictures are decoded whole.
        var view = View(size: size, part: keeps(image.name) ? nil : part)
        guard case .shrunk(var shrinking) = detail(picture.header, image.name, covering: size)
        else {
            return try self.image(of: picture, image.name, view)
        }
        if let largest = picture.largest, largest.shrinking <= shrinking {
            if largest.shows(view.part) { return largest.image }
            (view.size, shrinking) = (largest.view.size, largest.shrinking)
        }
        let found = try self.image(of: picture, image.name, view)
        let decoded = Decoded(image: found, view: view, shrinking: shrinking)
        opened.withLock { $0[image.name]?.largest = decoded }
        return found
    }

    /// A picture from the cache, or decoded and cached.
    private func image(
        of picture: Opened, _ name: String, _ view: View
    ) throws(ImageFault) -> SourceImage {
        let key = ImageStore.Key(
            content: picture.content, detail: detail(picture.header, name, covering: view.size))
        if keeps(name), let kept = store.image(key) { return kept }
        let bytes: [UInt8]
        if let known = picture.bytes { bytes = known } else { bytes = try read(name) }
        if picture.header.format == .svg {
            let drawn = try draw(bytes, name, picture.content, covering: view.size)
            if keeps(name) { store.keep(drawn, as: key) }
            return drawn
        }
        let crop = try decode(bytes, name, view)
        let decoded = SourceImage(
            key: "\(picture.content)@\(crop.width)x\(crop.height)", crop)
        if keeps(name) { store.keep(decoded, as: key) }
        return decoded
    }

    private func keeps(_ name: String) -> Bool { decoder(of: name) == nil && store.keepsPictures }

    private func detail(
        _ header: ImageHeader, _ name: String, covering size: Size
    ) -> ImageStore.Detail {
        switch header.format {
        case .svg: .drawn(size)
        default: .shrunk(shrinking(header, covering: size, limits: limits(for: name)))
        }
    }
}

extension RequestImages {
    private func limits(for name: String) -> ImageLimits { own[name] == nil ? .file : ownLimits }

    /// nil for pictures decoded in this process.
    private func decoder(of name: String) -> (any PictureDecoder)? {
        own[name] == nil ? nil : untrustedDecoder
    }

    private func open(_ name: String) throws(ImageFault) -> Opened {
        if let known = opened.withLock({ $0[name] }) { return known }
        let (content, stamp) = try content(of: name)
        var bytes: [UInt8]?
        let header: ImageHeader
        let isStrangers = decoder(of: name) != nil
        if !isStrangers, let kept = store.header(of: content) {
            header = kept
        } else {
            let all = try read(name)
            header = try readHeader(all, name, content)
            if !isStrangers { store.keep(header, of: content) }
            bytes = all
        }
        try checkName(name, is: header.format)
        let picture = Opened(content: content, stamp: stamp, header: header, bytes: bytes)
        opened.withLock { $0[name] = picture }
        return picture
    }

    private func place(of name: String) throws(ImageFault) -> Place {
        if let own = own[name] { return own }
        return .file(try artwork.file(name))
    }

    /// Identifies the content, equal for equal bytes; with the state of the file.
    private func content(of name: String) throws(ImageFault) -> (String, stamp: String) {
        switch try place(of: name) {
        case .bytes(let bytes):
            let content = "sha256:" + sha256(of: bytes)
            return (content, content)
        case .file(let path):
            InputRegister.add(path)
            do {
                let file = try OpenFile(path)
                return ("file:" + file.stamp, file.state.text)
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

    private func readHeader(
        _ bytes: [UInt8], _ name: String, _ content: String
    ) throws(ImageFault) -> ImageHeader {
        if VectorDrawing.isDrawing(bytes), decoder(of: name) == nil {
            let size = try drawing(bytes, name, content).size
            return ImageHeader(drawingOf: size.width, size.height)
        }
        do throws(ImageError) {
            // Drawings are not taken from untrusted users.
            if VectorDrawing.isDrawing(bytes) {
                throw ImageError.wrongFormat(expected: ImageFormat.ofPhotos, found: .svg)
            }
            return try ImageHeader.read(bytes, limits: limits(for: name))
        } catch {
            throw ImageFault(error, name: name)
        }
    }

    /// The drawing of a file, read once for all that show it.
    private func drawing(
        _ bytes: [UInt8], _ name: String, _ content: String
    ) throws(ImageFault) -> VectorDrawing {
        if let known = store.drawing(of: content) { return known }
        do throws(ArtworkError) {
            let drawing = try VectorDrawing(bytes)
            if keeps(name) { store.keep(drawing, of: content) }
            return drawing
        } catch {
            throw ImageFault(error, name: name)
        }
    }

    private func draw(
        _ bytes: [UInt8], _ name: String, _ content: String, covering: Size
    ) throws(ImageFault) -> SourceImage {
        let drawing = try drawing(bytes, name, content)
        let size: (width: Int, height: Int)
        do throws(ImageError) {
            size = try ArtworkPainter.size(
                of: drawing, covering: covering, limits: limits(for: name))
        } catch {
            throw ImageFault(error, name: name)
        }
        do throws(ArtworkError) {
            let (bitmap, findings) = try ArtworkPainter.picture(
                of: drawing, size: size, content: content, fonts: fonts)
            return SourceImage(
                key: "\(content)@\(bitmap.width)x\(bitmap.height)", CroppedImage(bitmap),
                remarks: findings.map { ImageFault($0, name: name) })
        } catch {
            throw ImageFault(error, name: name)
        }
    }

    private func decode(
        _ bytes: [UInt8], _ name: String, _ view: View
    ) throws(ImageFault) -> CroppedImage {
        let limits = limits(for: name)
        do throws(ImageError) {
            if let decoder = decoder(of: name) {
                return try decoder.crop(
                    of: bytes, limits: limits, covering: view.size, showing: view.part)
            }
            return try decodeImage(
                bytes, limits: limits, covering: view.size, showing: view.part
            ).crop
        } catch {
            throw ImageFault(error, name: name)
        }
    }
}
