import BlueHeartDrawing
import BlueHeartGeometry

/// Turns a document into draw commands; one for each drawing.
///
/// Depth is bounded by the limits before each step down, so that no file decides how deep the
/// stack grows.
final class Composer {
    let document: Document
    let limits: ArtworkLimits
    /// The picture, in its px.
    let area: Rect
    /// Identifies the content of the document.
    let key: String
    let typesetter: (any ArtworkTypesetter)?
    private(set) var findings: [ArtworkFinding] = []
    private var reported: Set<ArtworkFinding> = []
    /// Elements that are being drawn by reference; one inside of itself is not drawn.
    var active: Set<Int> = []
    private var drawnElements = 0
    private var segments = 0
    private var work = 0.0
    var imagePixels = 0
    /// Px of the picture per px of the document.
    var rootScale = 1.0
    var rootViewport = Size(width: 100, height: 100)
    var images: [Int: EmbeddedImage] = [:]

    init(
        _ document: Document, limits: ArtworkLimits, area: Rect, key: String,
        typesetter: (any ArtworkTypesetter)?
    ) {
        self.document = document
        self.limits = limits
        self.area = area
        self.key = key
        self.typesetter = typesetter
    }

    var tree: XMLTree { document.tree }

    func element(_ index: Int) -> XMLElement { document.tree.elements[index] }

    /// The element of a reference.
    func target(of reference: Reference) -> Int? {
        reference.id.flatMap { document.elementsByID[$0] }
    }

    func report(_ index: Int, _ message: String, cure: String) {
        let finding = ArtworkFinding(
            place: element(index).place, element: element(index).name, message: message, cure: cure)
        guard findings.count < 200, reported.insert(finding).inserted else { return }
        findings.append(finding)
    }

    /// Counts an element that is drawn.
    func count(_ index: Int) throws(ArtworkError) {
        drawnElements += 1
        guard drawnElements <= limits.drawnElements else {
            throw .tooManyDrawnElements(limit: limits.drawnElements, element(index).place)
        }
    }

    func count(segments count: Int, _ index: Int) throws(ArtworkError) {
        segments += count
        guard segments <= limits.pathSegments else {
            throw .tooManySegments(limit: limits.pathSegments, element(index).place)
        }
        try spend(Double(count) * 30, index)
    }

    /// Counts painting work, in estimated nanoseconds.
    func spend(_ amount: Double, _ index: Int) throws(ArtworkError) {
        work += amount
        guard work <= limits.work + limits.workPerPixel * area.width * area.height else {
            throw .tooCostly(element(index).place)
        }
    }

    /// Number of pixels of the picture covered by a box.
    func pixels(of box: Bounds?, _ map: Transform) -> Double {
        guard let box else { return 0 }
        let shown = map.bounds(of: box.rect).intersection(area)
        return max(0, shown.width) * max(0, shown.height)
    }
}

/// The surroundings of an element while it is composed.
struct Context {
    /// The map from the user space of the parent to the picture.
    var map: Transform
    /// Size of the nearest viewport, in its user space.
    var viewport: Size
    /// Style of the parent.
    var style: Style
    /// Nesting depth.
    var nesting = 0
    var contextPaint: ContextPaint?

    func lengths(_ style: Style) -> LengthContext {
        LengthContext(
            em: style.fontSize, viewportWidth: viewport.width, viewportHeight: viewport.height)
    }
}

/// The paints of an element that uses another, for `context-fill` and `context-stroke`.
final class ContextPaint {
    let style: Style
    let bounds: Bounds?
    let map: Transform
    let viewport: Size
    let outer: ContextPaint?

    init(style: Style, bounds: Bounds?, map: Transform, viewport: Size, outer: ContextPaint?) {
        self.style = style
        self.bounds = bounds
        self.map = map
        self.viewport = viewport
        self.outer = outer
    }
}

/// Commands of an element, in px of the picture, and its box in the user space around it.
struct Drawn {
    var commands: [DrawCommand] = []
    /// The box of all fills in the element.
    var bounds: Bounds?

    static let nothing = Drawn()
}
