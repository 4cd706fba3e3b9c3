import BlueHeartDiagnostics
import BlueHeartSupport
import BlueHeartTypesetting

/// The fonts of one kit: the files in its folder `fonts`, and those of the product.
///
/// The kit's files are read whole, so that a file that is replaced meanwhile changes no card.
struct KitFonts: FontFileSource {
    let families: [FontFamily]
    private let files: [String: FontBytes]
    private let product: MappedFonts

    /// Reads the files of a folder.
    ///
    /// - Throws: a file that is no font, or that cannot be read.
    init(folder: String, product: MappedFonts) throws(CardError) {
        var files: [String: FontBytes] = [:]
        var fonts: [FontFile] = []
        for name in try names(in: folder, "the kit's fonts") where Self.isFont(name) {
            // A path that no file of the product has.
            let file = "\(folder)/\(name)"
            do {
                let bytes = FontBytes(try readFile(file, limit: Self.limit))
                let font = try FontFile(reading: bytes, file: file)
                files[file] = font.bytes
                fonts.append(font)
            } catch let fault as FileFault {
                throw fault.error(.asset, "the kit's font")
            } catch let error as FontError {
                throw CardError(error, hint: "put another file of the font there, or remove it")
            } catch {
                preconditionFailure("reading a font throws no \(error)")
            }
        }
        families = FontFile.families(of: fonts)
        self.files = files
        self.product = product
    }

    func bytes(of file: String) throws(FontError) -> FontBytes {
        if let own = files[file] { return own }
        return try product.bytes(of: file)
    }

    /// Largest file of a font, in bytes.
    private static let limit = 32 << 20

    private static func isFont(_ name: String) -> Bool {
        let endings = [".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2"]
        let name = name.lowercased()
        return endings.contains { name.hasSuffix($0) } && !name.hasPrefix(".")
    }
}

extension CardError {
    /// The error of a font outside of a card.
    init(_ error: FontError, hint: String) {
        self.init(.asset, Diagnostic(code: "unusable-font", error.description, hint: hint))
    }
}
