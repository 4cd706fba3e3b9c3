extension ImageFormat {
    /// Uses that this program makes of a format.
    public struct Uses: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Pictures of templates and photographs may be in the format.
        public static let read = Uses(rawValue: 1)
        /// Cards can be in the format.
        public static let written = Uses(rawValue: 2)

        public var names: [String] {
            [(Uses.read, "read"), (.written, "written")].filter { contains($0.0) }.map(\.1)
        }
    }

    /// Features that files of a format can have.
    public struct Features: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Transparency.
        public static let alpha = Features(rawValue: 1)
        /// Compression that changes pixels.
        public static let loss = Features(rawValue: 2)
        /// Animation.
        public static let motion = Features(rawValue: 4)
        public static let pages = Features(rawValue: 8)
        /// Outlines in place of pixels.
        public static let vectors = Features(rawValue: 16)
        /// Words of the picture: title, alt text, credit, XMP.
        public static let metadata = Features(rawValue: 32)

        public var names: [String] {
            [
                (Features.alpha, "alpha"), (.loss, "loss"), (.motion, "motion"), (.pages, "pages"),
                (.vectors, "vectors"), (.metadata, "metadata"),
            ].filter { contains($0.0) }.map(\.1)
        }
    }
}

extension ImageFormat {
    /// Name in sentences: JPEG.
    public var name: String { facts.name }

    public var mediaType: String { facts.mediaType }

    public var uses: Uses { facts.uses }

    public var features: Features { facts.features }

    /// Extension that our files get, without a dot.
    public var fileExtension: String { rawValue }

    /// Extensions by which the format is known, in lower case and without a dot; ours first.
    public var fileExtensions: [String] { [fileExtension] + facts.otherExtensions }

    public var isRead: Bool { uses.contains(.read) }

    public var isWritten: Bool { uses.contains(.written) }
}

extension ImageFormat {
    public static let read = allCases.filter(\.isRead)

    public static let written = allCases.filter(\.isWritten)

    /// Formats of photographs, which people send too: those of pixels that are read.
    public static let ofPhotos = read.filter { !$0.features.contains(.vectors) }
}

extension ImageFormat {
    /// The format of a file extension in any case; nil if it is not one of a picture.
    public init?(fileExtension: String) {
        let lowered = fileExtension.lowercased()
        let match = Self.allCases.first { format in
            // Bytes, since strings from outside are compared in quadratic time.
            format.fileExtensions.contains { $0.utf8.elementsEqual(lowered.utf8) }
        }
        guard let match else { return nil }
        self = match
    }

    /// The format that the extension of a path names; nil if it names none.
    public init?(path: String) {
        let name = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .last
        guard let name, let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        self.init(fileExtension: String(decoding: name[name.index(after: dot)...], as: UTF8.self))
    }

    /// The format with whose signature the bytes begin; nil if they look like no picture file.
    public init?(signatureOf bytes: [UInt8]) {
        let match = Self.allCases.first { format in
            format.facts.signatures.contains { $0.matches(bytes) }
        }
        guard let match else { return nil }
        self = match
    }
}
