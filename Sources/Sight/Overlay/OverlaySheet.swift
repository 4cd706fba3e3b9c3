public import BlueHeartDrawing
public import BlueHeartGeometry
import BlueHeartLanguages
public import BlueHeartPixels
public import BlueHeartScenes

/// The sheet of an overlay: the picture, enlarged if it is small, above its legend.
public struct OverlaySheet: Hashable, Sendable {
    let overlay: Overlay
    /// Magnification of the picture in each direction, 1 to 4.
    public let zoom: Int
    /// Position of the picture on the sheet, in its px.
    public let picture: Rect
    let size: Size
    /// Scale of labels and lines, relative to a sheet of 1,200 px.
    let scale: Double

    /// Largest height of a sheet, in px; longer legends are truncated.
    static let tallest = 8_192.0

    /// Computes the sheet.
    ///
    /// - Parameters:
    ///   - width: of the picture, in px.
    ///   - height: of the picture, in px.
    public init(_ overlay: Overlay, width: Int, height: Int) {
        zoom = min(4, max(1, 900 / max(width, height)))
        let shown = Size(width: Double(width * zoom), height: Double(height * zoom))
        scale = max(1, max(shown.width, shown.height) / 1_200)
        guard !overlay.legend.isEmpty else {
            self.overlay = overlay
            (size, picture) = (shown, Rect(origin: .zero, size: shown))
            return
        }
        let margin = (24 * scale).rounded()
        let sheetWidth = max(shown.width, 760) + 2 * margin
        picture = Rect(
            origin: Point(x: ((sheetWidth - shown.width) / 2).rounded(), y: margin), size: shown)
        let room = Int((Self.tallest - picture.maxY - 2 * margin) / (Self.rowHeight * scale))
        self.overlay = overlay.showing(min(Overlay.entryLimit, max(1, room)))
        let rows = Double(self.overlay.legend.count) * Self.rowHeight * scale
        size = Size(
            width: sheetWidth,
            height: min(Self.tallest, (picture.maxY + 2 * margin + rows).rounded(.up)))
    }

    /// Height of a legend's entry, in px at scale 1.
    static let rowHeight = 54.0
}

extension OverlaySheet {
    /// The labels, to be laid out, and everything below them.
    public func parts(over bitmap: Bitmap, key: String) -> (labels: Scene, below: [DrawCommand]) {
        var writer = OverlayWriter(sheet: self)
        for mark in overlay.marks { writer.add(mark) }
        if !overlay.legend.isEmpty { writer.addLegend() }
        let labels = Scene(
            widthInPixels: Int(size.width), heightInPixels: Int(size.height), safeInsets: .zero,
            language: OverlayWriter.language, root: writer.root,
            words: SceneWords(title: "Overlay", alt: "Overlay", caption: CaptionSource(text: "")))
        return (labels, ground(bitmap, key: key) + writer.commands)
    }

    /// The commands of the background and the picture.
    ///
    /// - Parameter key: identifies the bitmap's content, for caches of scaled pictures.
    private func ground(_ bitmap: Bitmap, key: String) -> [DrawCommand] {
        let whole = Rect(
            x: 0, y: 0, width: Double(bitmap.width), height: Double(bitmap.height))
        return [
            .fill(
                PathFill(
                    .rect(Rect(origin: .zero, size: size)), paint: .solid(OverlayWriter.paper))),
            .fill(PathFill(.rect(picture), paint: .pattern(OverlayWriter.checkers))),
            .image(
                PlacedImage(
                    SourceImage(key: key, bitmap: bitmap), source: whole, destination: picture)),
        ]
    }
}

extension Overlay {
    /// The overlay with at most `count` legend entries; the last gives the number of omitted ones.
    fileprivate func showing(_ count: Int) -> Overlay {
        guard legend.count > count else { return self }
        var shown = self
        shown.legend = Array(legend.prefix(max(0, count - 1)))
        let rest = legend.count - shown.legend.count
        shown.legend.append(Entry(label: "…", tone: .note, text: "and \(rest) more"))
        return shown
    }
}
