public import BlueHeartCodecs
import BlueHeartSupport

/// The folders and limits of an engine.
///
/// Relative paths refer to the current folder.
public struct EngineOptions: Hashable, Sendable {
    /// A folder of kits: `<kit>/kit.json`.
    public var templatesFolder: String
    /// A folder of artwork by kit: `<kit>/…`.
    public var assetsFolder: String
    /// The folder of `fonts.json` and `files/`.
    public var fontsFolder: String
    public var placementsFile: String
    /// The kit of a request that names none; nil: such a request is an error.
    public var defaultKit: String?
    public var limits: Limits

    public struct Limits: Hashable, Sendable {
        /// Limit of a kit, a template or a list, in bytes.
        public var documentBytes: Int
        /// Limits of pictures in a request; a kit's own artwork has `ImageLimits.file`.
        public var callerImages: ImageLimits
        /// Limit of the cache of decoded pictures, in bytes.
        public var keptImageBytes: Int
        /// Limit of each worker's cache of scaled pictures and shadows, in bytes.
        public var keptPaintingBytes: Int

        public init(
            documentBytes: Int = 1 << 20, callerImages: ImageLimits = .file,
            keptImageBytes: Int = 96 << 20, keptPaintingBytes: Int = 80 << 20
        ) {
            self.documentBytes = documentBytes
            self.callerImages = callerImages
            self.keptImageBytes = keptImageBytes
            self.keptPaintingBytes = keptPaintingBytes
        }

        /// Limits for designers and teams, with trusted pictures.
        public static let authors = Limits()
        /// Limits for untrusted pictures, and for any sequence of cards of all kits.
        public static let untrusted = Limits(
            callerImages: .upload, keptImageBytes: 32 << 20, keptPaintingBytes: 24 << 20)
    }

    public init(
        templatesFolder: String, assetsFolder: String, fontsFolder: String,
        placementsFile: String, defaultKit: String? = nil, limits: Limits = .authors
    ) {
        self.defaultKit = defaultKit
        self.templatesFolder = templatesFolder
        self.assetsFolder = assetsFolder
        self.fontsFolder = fontsFolder
        self.placementsFile = placementsFile
        self.limits = limits
    }

    /// The folders in the project's layout under `home`.
    public init(home: String, defaultKit: String? = nil, limits: Limits = .authors) {
        // Files in the current folder are named as users type them.
        let prefix = home == "." ? "" : home + "/"
        self.init(
            templatesFolder: prefix + "templates", assetsFolder: prefix + "assets",
            fontsFolder: prefix + "fonts", placementsFile: prefix + "assets/placements.json",
            defaultKit: defaultKit, limits: limits)
    }

    /// The nearest folder at or above one of `starts` with the project's layout.
    ///
    /// - Returns: `.` for the current folder; nil if none has both `templates` and
    ///   `assets/placements.json`.
    public static func home(above starts: [String]) -> String? {
        for start in starts {
            guard var folder = realPath(of: start) else { continue }
            while true {
                if isHome(folder) { return folder == realPath(of: ".") ? "." : folder }
                if folder == "/" { break }
                folder = parentFolder(of: folder)
            }
        }
        return nil
    }

    private static func isHome(_ folder: String) -> Bool {
        fileKind(at: folder + "/templates") == .folder
            && fileKind(at: folder + "/assets/placements.json") == .file
    }
}
