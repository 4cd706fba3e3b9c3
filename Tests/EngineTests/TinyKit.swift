import BlueHeartCodecs
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPixels
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTestbench

/// The kit of these tests, in a folder of its own where a test changes files.
struct TinyKit {
    static let folder = projectFolder + "/Tests/EngineTests/Fixtures"

    let root: String
    let engine: CardEngine

    /// - Parameters:
    ///   - root: holds `templates` and `assets`.
    ///   - fonts: the folder of fonts.
    init(
        root: String = TinyKit.folder, fonts: String = projectFolder + "/fonts",
        limits: EngineOptions.Limits = .authors
    ) {
        self.root = root
        engine = CardEngine(
            EngineOptions(
                templatesFolder: root + "/templates", assetsFolder: root + "/assets",
                fontsFolder: fonts, placementsFile: root + "/assets/placements.json",
                limits: limits))
    }

    /// A copy of the kit that a test may change.
    init(copiedTo scratch: ScratchFolder, fonts: String = projectFolder + "/fonts") throws {
        _ = try Tool("/bin/cp").run(["-r", TinyKit.folder + "/.", scratch.path])
        self.init(root: scratch.path, fonts: fonts)
    }

    func greeting(
        _ language: String = "en", at placement: String = "card", name: String = "Amina",
        format: ImageFormat? = nil
    ) -> CardRequest {
        CardRequest(
            kit: "tiny", template: .named("greeting"), language: language, placement: placement,
            values: ["name": name], format: format, effort: .fast)
    }

    func photo(
        _ value: String? = nil, bytes: [UInt8]? = nil, at placement: String = "square"
    ) -> CardRequest {
        var request = CardRequest(
            kit: "tiny", template: .named("photo"), language: "en", placement: placement,
            effort: .fast)
        guard let value else { return request }
        request.values.set(.init("photo", value, form: bytes == nil ? .text : .picture))
        if let bytes { request.pictures[value] = bytes }
        return request
    }
}

/// A picture of one colour with a darker middle, as a file.
func samplePicture(_ format: ImageFormat, side: Int = 64) throws -> [UInt8] {
    var bitmap = Bitmap(width: side, height: side, filledWith: 0xFF20_80F0)
    for y in side / 4..<side / 2 {
        for x in side / 4..<side / 2 { bitmap[x, y] = 0xFF10_2030 }
    }
    return try encode(bitmap, as: EncodeOptions(format: format)).bytes
}

/// A picture as a camera makes them: soft, with a grain that no row repeats.
func grainyPicture(side: Int = 256) throws -> [UInt8] {
    var seed: UInt32 = 1
    let pixels = (0..<side * side).map { index in
        // Source: Numerical Recipes, quick and dirty linear congruential generator.
        seed = seed &* 1_664_525 &+ 1_013_904_223
        let (x, y) = (UInt32(index % side) / 2, UInt32(index / side) / 2)
        return (x | y << 8 | (x + y) / 2 << 16) + (seed >> 8 & 0x07_0707) | 0xFF00_0000
    }
    let bitmap = Bitmap(width: side, height: side, pixels: pixels)
    return try encode(bitmap, as: EncodeOptions(format: .png)).bytes
}

extension ParameterValues {
    /// Without their sources.
    var texts: [String: String] {
        Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.value) })
    }
}
