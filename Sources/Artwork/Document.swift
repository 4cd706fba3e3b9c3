import BlueHeartCodecs
import BlueHeartGeometry

/// A document with the declared style of each element; names are still to be looked up.
struct Document: Sendable {
    var tree: XMLTree
    var cascade: Cascade
    /// Index of the first element of each id.
    var elementsByID: [String: Int]
    var findings: [ArtworkFinding]

    init(_ bytes: [UInt8], limits: ArtworkLimits) throws(ArtworkError) {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        var bytes = bytes
        if bytes.starts(with: [0x1F, 0x8B]) {
            guard let unpacked = inflateGzip(bytes[...], limit: limits.unpackedBytes) else {
                throw .damagedCompression
            }
            bytes = unpacked
        }
        let tree = try XMLReader.read(bytes, limits: limits)
        guard tree.elements.first?.name == "svg" else { throw .notSVG }
        var sheet = StyleSheet()
        var findings: [ArtworkFinding] = []
        for element in tree.styleElements {
            let first = sheet.refused.count
            try sheet.append(tree.text(in: element), limits: limits)
            let place = tree.elements[element].place
            findings += sheet.refused[first...].map { ArtworkFinding($0, place) }
        }
        cascade = try Cascade(tree, sheet)
        elementsByID = tree.elementsByID
        self.tree = tree
        self.findings = findings
    }
}

extension XMLTree {
    /// Indices of the style sheets in CSS.
    fileprivate var styleElements: [Int] {
        elements.indices.filter { index in
            guard elements[index].name == "style" else { return false }
            let type = elements[index]["type"] ?? ""
            return type.isEmpty || type.asciiLowercased == "text/css"
        }
    }

    fileprivate var elementsByID: [String: Int] {
        var result: [String: Int] = [:]
        for (index, element) in elements.enumerated() where !element.name.isEmpty {
            if let id = element["id"], result[id] == nil { result[id] = index }
        }
        return result
    }
}

extension Document {
    /// The size in px that the root asks for, or its viewBox has.
    func size() throws(ArtworkError) -> Size {
        let root = tree.elements[0]
        let box = Rect(viewBox: root["viewBox"])
        let context = LengthContext(
            em: 16, viewportWidth: box?.width ?? 100, viewportHeight: box?.height ?? 100)
        func side(_ name: String, _ axis: LengthContext.Axis) -> Double? {
            let text = cascade.values[0][name] ?? root[name]
            guard let length = text.flatMap(Length.init) else { return nil }
            if length.unit == .percent, box == nil { return nil }
            return context.resolve(length, axis)
        }
        var (width, height) = (side("width", .x), side("height", .y))
        if let box {
            if let width, height == nil { height = width * box.height / box.width }
            if let height, width == nil { width = height * box.width / box.height }
            width = width ?? box.width
            height = height ?? box.height
        } else if width == nil || height == nil {
            let composer = Composer(
                self, limits: .standard, area: Rect(x: 0, y: 0, width: 1, height: 1), key: "",
                typesetter: nil)
            let bounds = try composer.bounds()
            width = width ?? bounds?.right
            height = height ?? bounds?.bottom
        }
        guard let width, let height, width > 0, height > 0, width < 1e6, height < 1e6 else {
            throw .noSize
        }
        return Size(width: width, height: height)
    }
}

extension ArtworkFinding {
    init(_ refusal: StyleSheet.Refusal, _ place: SourcePlace) {
        let (message, cure) =
            switch refusal {
            case .importRule:
                (
                    "a style sheet outside of the file is not read",
                    "put its rules into the style element"
                )
            case .fontFace:
                (
                    "a font of @font-face is not read",
                    "convert the text to outlines, or put the font into the kit"
                )
            case .atRule(let name):
                ("the rule @\(name) is not known here", "write its rules without it")
            case .selector(let text):
                ("the selector \(text.prefix(80)) is not known here", "style by class or id")
            }
        self.init(place: place, element: "style", message: message, cure: cure)
    }
}
