import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes

/// A part of `sheet.png` with the height of one row of pictures, over its whole width.
enum SheetStrip: Hashable {
    case heading(String)
    /// A row of at most `columns` pictures.
    case pictures([SheetCard], by: SheetGrouping? = nil)
    case note(String)

    static let width = 1_600
    static let columns = 6
    private static let margin = 40.0
    private static let gap = 20.0
    /// Side of the box of a picture, in px.
    private static let side =
        (Double(width) - 2 * margin - Double(columns - 1) * gap) / Double(columns)

    /// Height in px.
    var height: Int {
        switch self {
        case .heading: 76
        case .pictures: Int(Self.side) + 84
        case .note: 64
        }
    }

    /// The drawing of the strip; pictures are named by their paths.
    var scene: Scene {
        let root = Self.node(
            .frame(
                Frame(
                    axis: .row,
                    padding: Insets(top: 0, right: Self.margin, bottom: 0, left: Self.margin),
                    gap: Self.gap, align: alignment, children: nodes)),
            fill: Self.paper)
        return Scene(
            widthInPixels: Self.width, heightInPixels: height, safeInsets: .zero,
            language: Self.language, root: root,
            words: SceneWords(
                title: "Contact sheet", alt: "Contact sheet", caption: CaptionSource(text: "")))
    }

    private var alignment: Frame.Alignment {
        if case .pictures = self { .start } else { .end }
    }

    private var nodes: [Node] {
        switch self {
        case .heading(let text):
            [Self.text(text, size: 26, weight: 700, color: Self.ink, height: 48)]
        case .pictures(let cards, let grouping): cards.map { Self.cell($0, grouping) }
        case .note(let text):
            [Self.text(text, size: 18, weight: 400, color: Self.soft, height: 48)]
        }
    }

    /// The label that distinguishes a card from the others on its page.
    static func label(of card: SheetCard, by grouping: SheetGrouping?) -> String {
        grouping == .placement ? card.template : card.placement
    }

    private static func cell(_ card: SheetCard, _ grouping: SheetGrouping?) -> Node {
        let label = label(of: card, by: grouping)
        let row = card.row.map { " · row \($0)" } ?? ""
        let image = node(
            .image(ImageBlock(image: ImageReference(name: card.shown.path), fit: .contain)),
            box: Box(width: .px(side), height: .px(side)))
        let children = [
            image,
            text(label + row, size: 17, weight: 600, color: ink, height: 26),
            text(
                "\(card.width) × \(card.height), \(max(1, (card.byteCount + 500) / 1_000)) kB",
                size: 15, weight: 400, color: soft, height: 22),
        ]
        return node(
            .frame(Frame(axis: .column, gap: 4, children: children)),
            box: Box(width: .px(side), shrink: 0))
    }

    private static func text(
        _ text: String, size: Double, weight: Int, color: Color, height: Double
    ) -> Node {
        let style = TextStyle(
            fontFamilies: ["Noto Sans"], fontWeight: weight, paint: .solid(color))
        let paragraph = Paragraph(
            spans: [TextSpan(text, style: style)], language: language, fontSize: size...size,
            maxLines: 1, overflow: .ellipsis)
        return node(.text(paragraph, TextBlock()), box: Box(height: .px(height), shrink: 1))
    }

    private static func node(
        _ content: Content, box: Box = Box(), fill: Color? = nil
    ) -> Node {
        Node(
            origin: Origin(
                location: SourceLocation(file: "sheet", line: 1, column: 1), path: JSONPath()),
            box: box, appearance: Appearance(fill: fill.map { .solid($0) }), content: content)
    }

    private static let language = Language(tag: "en", direction: .leftToRight)
    private static let paper = Color(red: 0.957, green: 0.965, blue: 0.973)
    private static let ink = Color(red: 0.063, green: 0.141, blue: 0.227)
    private static let soft = Color(red: 0.29, green: 0.376, blue: 0.471)
}

extension SheetStrip {
    /// The strips of a sheet: cards by template or placement, and by language, in the order of
    /// their first occurrence.
    ///
    /// - Parameter total: number of cards of the drop, including those beyond `cards`.
    /// - Returns: at most `heightLimit` px of them; the last gives the number of omitted cards.
    static func strips(
        of cards: [SheetCard], by grouping: SheetGrouping? = nil, total: Int, heightLimit: Int
    ) -> [SheetStrip] {
        var strips: [SheetStrip] = []
        var height = SheetStrip.note("").height
        var shown = 0
        for group in groups(of: cards, by: grouping ?? .template) {
            let name = (grouping ?? .template).page(of: group[0])
            let heading = SheetStrip.heading("\(name), \(group[0].language)")
            for start in stride(from: 0, to: group.count, by: columns) {
                let line = Array(group[start..<min(start + columns, group.count)])
                let added = (start == 0 ? [heading] : []) + [.pictures(line, by: grouping)]
                height += added.reduce(0) { $0 + $1.height }
                guard height <= heightLimit else { return strips + [leftOut(shown, of: total)] }
                strips += added
                shown += line.count
            }
        }
        return strips + [leftOut(shown, of: total)]
    }

    private static func groups(
        of cards: [SheetCard], by grouping: SheetGrouping
    ) -> [[SheetCard]] {
        var groups: [[SheetCard]] = []
        var indices: [String: Int] = [:]
        for card in cards {
            let key = "\(grouping.page(of: card))/\(card.language)"
            let index = indices[key] ?? groups.count
            if index == groups.count {
                indices[key] = index
                groups.append([])
            }
            groups[index].append(card)
        }
        return groups
    }

    private static func leftOut(_ shown: Int, of total: Int) -> SheetStrip {
        .note(
            shown == total
                ? (total == 1 ? "1 card" : "\(total) cards")
                : "\(shown) of \(total) cards; the page beside it shows them all")
    }
}
