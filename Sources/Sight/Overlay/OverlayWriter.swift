import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes

/// Converts marks to draw commands for lines, and to nodes for labels.
struct OverlayWriter {
    let sheet: OverlaySheet
    private(set) var commands: [DrawCommand] = []
    private var labels: [Node] = []
    /// Bounds of placed labels, so that none covers another.
    private var taken: [Rect] = []

    init(sheet: OverlaySheet) {
        self.sheet = sheet
    }

    /// All labels in their places, on an otherwise transparent sheet.
    var root: Node {
        Self.node(.frame(Frame(axis: .overlay, align: .start, children: labels)))
    }

    mutating func add(_ mark: Overlay.Mark) {
        switch mark {
        case .box(let place, let label, let tone):
            outline(.rect(onSheet(place)), tone)
            if let label { self.label(label, at: onSheet(place), tone) }
        case .line(let from, let to, let tone):
            outline(.line(from: onSheet(from), to: onSheet(to)), tone)
        case .zone(let place, let label):
            zone(.rect(onSheet(place)), label, around: onSheet(place))
        case .ellipse(let place, let label):
            zone(.ellipse(in: onSheet(place)), label, around: onSheet(place))
        case .covered(let place, let cover, let label):
            let place = onSheet(place)
            hatch(cover == .ellipse ? .ellipse(in: place) : .rect(place))
            if let label { self.label(label, at: place, .zone) }
        }
    }

    private func onSheet(_ point: Point) -> Point {
        sheet.picture.origin + point * Double(sheet.zoom)
    }

    private func onSheet(_ rect: Rect) -> Rect {
        let zoom = Double(sheet.zoom)
        return Rect(
            origin: onSheet(rect.origin),
            size: Size(width: rect.width * zoom, height: rect.height * zoom))
    }
}

// MARK: - Lines

extension OverlayWriter {
    /// A coloured line between two white ones, visible on every picture.
    private mutating func outline(_ path: Path, _ tone: Overlay.Tone, dashes: [Double] = []) {
        let width = (tone == .guide ? 1.5 : 2.5) * sheet.scale
        for (width, color) in [(width * 2, Self.paper.fading(by: 0.85)), (width, tone.color)] {
            let stroke = Stroke(
                width: width, join: .round, dashes: dashes.map { $0 * sheet.scale })
            commands.append(.stroke(PathStroke(path, stroke: stroke, paint: .solid(color))))
        }
    }

    private mutating func zone(_ path: Path, _ label: String?, around place: Rect) {
        var outside = Path.rect(sheet.picture)
        outside.append(path)
        commands.append(
            .fill(
                PathFill(
                    outside, rule: .evenOdd, paint: .solid(Self.ink.fading(by: 0.35)))))
        outline(path, .zone, dashes: [10, 6])
        if let label { self.label(label, at: place, .zone) }
    }

    private mutating func hatch(_ path: Path) {
        let step = 14 * sheet.scale
        let bounds = path.controlBounds
        var lines: [DrawCommand] = [
            .fill(PathFill(path, paint: .solid(Self.ink.fading(by: 0.35))))
        ]
        let stroke = Stroke(width: 2 * sheet.scale)
        let count = Int(((bounds.width + bounds.height) / step).rounded(.up))
        for index in 0..<min(count, 2_000) {
            let x = bounds.minX + Double(index) * step
            let line = Path.line(
                from: Point(x: x, y: bounds.minY),
                to: Point(x: x - bounds.height, y: bounds.maxY))
            lines.append(
                .stroke(
                    PathStroke(
                        line, stroke: stroke, paint: .solid(Overlay.Tone.zone.color))))
        }
        commands.append(.layer(Layer(lines, clip: Layer.Clip(path))))
        outline(path, .zone)
    }
}

// MARK: - Labels

extension OverlayWriter {
    /// Places a label so that it covers no other, near the upper left corner if possible.
    private mutating func label(_ text: String, at place: Rect, _ tone: Overlay.Tone) {
        let height = 28 * sheet.scale
        let width = (16 + 9.5 * Double(text.unicodeScalars.count)) * sheet.scale
        let (picture, gap) = (sheet.picture, 3 * sheet.scale)
        let places = [
            Point(x: place.minX, y: place.minY - height - gap),
            Point(x: place.minX, y: place.maxY + gap),
            Point(x: place.maxX - width, y: place.minY - height - gap),
            Point(x: place.maxX - width, y: place.maxY + gap),
            Point(x: place.minX + gap, y: place.minY + gap),
            Point(x: place.maxX - width - gap, y: place.minY + gap),
            Point(x: place.minX + gap, y: place.maxY - height - gap),
        ].map { corner in
            Rect(
                x: max(picture.minX, min(corner.x, picture.maxX - width)),
                y: max(picture.minY, min(corner.y, picture.maxY - height)), width: width,
                height: height)
        }
        let free = places.first { candidate in
            !taken.contains { !$0.intersection(candidate).isEmpty }
        }
        let spot = free ?? places[0]
        taken.append(spot)
        labels.append(chip(text, tone, at: spot.origin))
    }

    private func chip(_ text: String, _ tone: Overlay.Tone, at corner: Point) -> Node {
        let scale = sheet.scale
        var node = Self.node(
            .frame(
                Frame(
                    axis: .row,
                    padding: Insets(
                        top: 2 * scale, right: 8 * scale, bottom: 2 * scale, left: 8 * scale),
                    children: [
                        Self.text(text, size: 16 * scale, weight: 700, color: Self.paper)
                    ])),
            fill: tone.color)
        node.appearance.corners = Corners(all: .px(5 * scale))
        node.box.position = .absolute(
            top: .px(corner.y), right: nil, bottom: nil, left: .px(corner.x))
        return node
    }

    /// The legend below the picture, one row per entry.
    mutating func addLegend() {
        let scale = sheet.scale
        let (left, width) = (24 * scale, sheet.size.width - 48 * scale)
        var top = sheet.picture.maxY + 24 * scale
        for entry in sheet.overlay.legend {
            labels.append(chip(entry.label, entry.tone, at: Point(x: left, y: top)))
            var text = Self.text(
                entry.text, size: 17 * scale, weight: 400, color: Self.ink, lines: 2)
            text.box.position = .absolute(
                top: .px(top + 1 * scale), right: nil, bottom: nil, left: .px(left + 64 * scale))
            text.box.width = .px(width - 64 * scale)
            text.box.height = .px((OverlaySheet.rowHeight - 6) * scale)
            labels.append(text)
            top += OverlaySheet.rowHeight * scale
        }
    }

    private static func text(
        _ text: String, size: Double, weight: Int, color: Color, lines: Int = 1
    ) -> Node {
        let style = TextStyle(
            fontFamilies: ["Noto Sans"], fontWeight: weight, paint: .solid(color))
        let paragraph = Paragraph(
            spans: [TextSpan(text, style: style)], language: language, fontSize: size...size,
            lineHeight: 1.35, maxLines: lines, overflow: .ellipsis)
        return node(.text(paragraph, TextBlock()))
    }

    private static func node(_ content: Content, fill: Color? = nil) -> Node {
        Node(
            origin: Origin(
                location: SourceLocation(file: "overlay", line: 1, column: 1), path: JSONPath()),
            appearance: Appearance(fill: fill.map { .solid($0) }), content: content)
    }

    static let language = Language(tag: "en", direction: .leftToRight)
    static let paper = Color(red: 1, green: 1, blue: 1)
    static let ink = Color(red: 0.063, green: 0.141, blue: 0.227)

    /// Background behind transparent parts of a picture.
    static let checkers = Pattern(
        commands: [
            .fill(
                PathFill(
                    .rect(Rect(x: 0, y: 0, width: 12, height: 12)), paint: .solid(grey))),
            .fill(
                PathFill(
                    .rect(Rect(x: 12, y: 12, width: 12, height: 12)), paint: .solid(grey))),
        ], cell: Size(width: 24, height: 24))

    private static let grey = Color(red: 0.85, green: 0.87, blue: 0.89)
}

extension Overlay.Tone {
    /// Dark enough for white text.
    var color: Color {
        switch self {
        case .error: Color(red: 0.75, green: 0.05, blue: 0.12)
        case .warning: Color(red: 0.68, green: 0.29, blue: 0)
        case .note: Color(red: 0.05, green: 0.38, blue: 0.66)
        case .guide: Color(red: 0.48, green: 0.12, blue: 0.64)
        case .zone: Color(red: 0, green: 0.42, blue: 0.34)
        }
    }
}
