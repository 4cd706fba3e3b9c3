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
    public var limits: Limits

    public struct Limits: Hashable, Sendable {
        /// Of kits, templates, words and lists, in bytes.
        public var documentBytes: Int
        /// Of a picture's file, in bytes.
        public var imageBytes: Int
        /// Of a picture, in px.
        public var imagePixels: Int
        /// Decoded pictures kept for the next card, in bytes.
        public var keptImageBytes: Int

        public init(
            documentBytes: Int = 1 << 20, imageBytes: Int = 64 << 20,
            imagePixels: Int = 100_000_000, keptImageBytes: Int = 96 << 20
        ) {
            self.documentBytes = documentBytes
            self.imageBytes = imageBytes
            self.imagePixels = imagePixels
            self.keptImageBytes = keptImageBytes
        }

        /// For designers and teams, who chose their files themselves.
        public static let authors = Limits()
        /// For pictures that strangers send.
        public static let strangers = Limits(imageBytes: 8 << 20, imagePixels: 40_000_000)
    }

    public init(
        templatesFolder: String, assetsFolder: String, fontsFolder: String,
        placementsFile: String, limits: Limits = .authors
    ) {
        self.templatesFolder = templatesFolder
        self.assetsFolder = assetsFolder
        self.fontsFolder = fontsFolder
        self.placementsFile = placementsFile
        self.limits = limits
    }

    /// The folders as the project lays them out under `home`.
    public init(home: String, limits: Limits = .authors) {
        self.init(
            templatesFolder: home + "/templates", assetsFolder: home + "/assets",
            fontsFolder: home + "/fonts", placementsFile: home + "/assets/placements.json",
            limits: limits)
    }

    /// The nearest folder at or above one of `starts` that is laid out as the project is.
    ///
    /// - Returns: nil where none has both `templates` and `assets/placements.json`.
    public static func home(above starts: [String]) -> String? {
        for start in starts {
            guard var folder = realPath(of: start) else { continue }
            while true {
                if isHome(folder) { return folder }
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
