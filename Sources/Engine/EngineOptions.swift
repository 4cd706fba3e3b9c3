public import Codecs
import Support

/// Where an engine finds what cards are made of, and how much of it it takes.
///
/// Relative paths are seen from the current folder.
public struct EngineOptions: Hashable, Sendable {
    /// A folder of kits: `<kit>/kit.json`.
    public var templatesFolder: String
    /// A folder of artwork by kit: `<kit>/…`.
    public var assetsFolder: String
    /// Holds `fonts.json` and `files/`.
    public var fontsFolder: String
    public var placementsFile: String
    /// The kit of a request that names none; nil: such a request is an error.
    public var defaultKit: String?
    public var limits: Limits

    public struct Limits: Hashable, Sendable {
        /// Of a kit, a template or a list, in bytes.
        public var documentBytes: Int
        /// Of pictures that a job brings along; a kit's own artwork has `ImageLimits.file`.
        public var callerImages: ImageLimits
        /// Decoded pictures kept for the next card, in bytes.
        public var keptImageBytes: Int
        /// Scaled pictures and shadows that each worker keeps for its next card, in bytes.
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

        /// For designers and teams, who chose their pictures themselves.
        public static let authors = Limits()
        /// For pictures that strangers send, and for any card of all kits in any order.
        public static let strangers = Limits(
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

    /// The folders as the project lays them out under `home`.
    public init(home: String, defaultKit: String? = nil, limits: Limits = .authors) {
        // Files in the current folder are told of as people type them.
        let prefix = home == "." ? "" : home + "/"
        self.init(
            templatesFolder: prefix + "templates", assetsFolder: prefix + "assets",
            fontsFolder: prefix + "fonts", placementsFile: prefix + "assets/placements.json",
            defaultKit: defaultKit, limits: limits)
    }

    /// The nearest folder at or above one of `starts` that is laid out as the project is.
    ///
    /// - Returns: `.` for the current folder; nil where none has both `templates` and
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
