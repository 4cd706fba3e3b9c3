import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes
import BlueHeartTypesetting

/// A scene whose nodes have sizes and positions, before it becomes a display list.
struct PositionedScene {
    let engine: LayoutEngine
    let root: Fragment

    init(_ root: Node, _ size: Size, _ context: LayoutContext) {
        engine = LayoutEngine(context: context)
        self.root = engine.arrange(engine.element(for: root), size, .definite)
    }

    /// Iterations for fit groups: smaller texts leave space, which moves other nodes.
    private static let rounds = 8

    /// The scene with the texts of each fit group at one size.
    ///
    /// Without groups it is laid out once. Otherwise the texts are first limited to the smallest
    /// size their widths allow, so that none is squeezed by a text that will shrink later; then to
    /// the smallest of their sizes, until they agree.
    static func withCommonSizes(_ scene: Scene, _ context: LayoutContext) -> PositionedScene {
        let size = Size(width: Double(scene.widthInPixels), height: Double(scene.heightInPixels))
        var node = scene.root
        var arranged = PositionedScene(node, size, context)
        guard node.hasFitGroups else { return arranged }
        for round in 0..<rounds {
            let sizes = FitSizes(of: arranged, round == 0 ? .byWidth : .inBox)
            if sizes.apart.isEmpty, round > 0 { return arranged }
            node = node.limited(to: sizes)
            arranged = PositionedScene(node, size, context)
        }
        arranged.warnOfGroupsApart()
        return arranged
    }

    private func warnOfGroupsApart() {
        for (name, fitted) in FitSizes(of: self, .inBox).apart {
            engine.faults.warn(
                Diagnostic(
                    .warning, code: "fit-group-apart",
                    "Expected the texts of the fit group \(quoted(name)) at one size, found "
                        + "\(inPx(fitted.smallest)) and \(inPx(fitted.largest)).",
                    at: fitted.origin.location, path: fitted.origin.path,
                    hint: "give the texts of the group the same smallest fontSize"))
        }
    }
}

/// The font sizes of the texts of each fit group, in px.
struct FitSizes {
    struct Group {
        var smallest: Double
        var largest: Double
        /// Origin of the text with the largest size.
        var origin: Origin
    }

    /// Groups by name, in the order of the scene.
    private(set) var groups: [(name: String, group: Group)] = []

    /// The size of a text that is compared: the largest at its width, or that in its box.
    enum Measure { case byWidth, inBox }

    init(of scene: PositionedScene, _ measure: Measure) {
        add(scene.root, scene.engine, measure)
    }

    private mutating func add(_ fragment: Fragment, _ engine: LayoutEngine, _ measure: Measure) {
        for child in fragment.children { add(child.fragment, engine, measure) }
        let element = fragment.element
        guard case .text(let paragraph, let block) = element.node.content,
            let name = block.fitGroup
        else { return }
        let result =
            switch measure {
            case _ where block.path != nil:
                engine.textOnPath(of: element, paragraph, block, in: fragment.size).map(\.text)
            case .byWidth: engine.freeText(of: element, paragraph, width: fragment.size.width)
            case .inBox: engine.finalText(of: element, paragraph, block, in: fragment.size)
            }
        if case .success(let text) = result { add(text.fontSize, to: name, element.node.origin) }
    }

    private mutating func add(_ size: Double, to name: String, _ origin: Origin) {
        guard let index = groups.firstIndex(where: { $0.name == name }) else {
            return groups.append((name, Group(smallest: size, largest: size, origin: origin)))
        }
        groups[index].group.smallest = min(groups[index].group.smallest, size)
        if size > groups[index].group.largest {
            groups[index].group.largest = size
            groups[index].group.origin = origin
        }
    }

    /// Groups whose texts have different sizes.
    var apart: [(name: String, group: Group)] {
        groups.filter { $0.group.smallest < $0.group.largest }
    }

    subscript(name: String) -> Double? {
        groups.first { $0.name == name }?.group.smallest
    }
}

extension Node {
    fileprivate var hasFitGroups: Bool {
        switch content {
        case .frame(let frame): frame.children.contains(where: \.hasFitGroups)
        case .text(_, let block): block.fitGroup != nil
        case .image, .shape, .qr: false
        }
    }

    /// The node with every text of a group limited to its group's size, but not below its own
    /// minimum.
    fileprivate func limited(to sizes: FitSizes) -> Node {
        var node = self
        switch content {
        case .frame(var frame):
            frame.children = frame.children.map { $0.limited(to: sizes) }
            node.content = .frame(frame)
        case .text(var paragraph, let block):
            guard let name = block.fitGroup, let size = sizes[name] else { return self }
            let range = paragraph.fontSize
            let largest = max(range.lowerBound, min(range.upperBound, size))
            paragraph.fontSize = range.lowerBound...largest
            node.content = .text(paragraph, block)
        case .image, .shape, .qr: break
        }
        return node
    }
}
