import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

/// What holds for every scene, tried on 400 of them; the seed of a failure is in its message.
@Suite struct RandomSceneTests {
    private static let seeds = UInt64(1)...400

    /// Arranged boxes by node, whether or not all of the scene fits.
    private func arranged(_ root: Node) -> [String: Rect] {
        let engine = LayoutEngine(context: LayoutContext(texts: Ruler(), images: Pictures()))
        let fragment = engine.arrange(
            engine.element(for: root), Size(width: 600, height: 400), .definite)
        var boxes: [String: Rect] = [:]
        collect(fragment, at: .zero, into: &boxes)
        return boxes
    }

    private func collect(_ fragment: Fragment, at origin: Point, into boxes: inout [String: Rect]) {
        if let id = fragment.element.node.id {
            boxes[id] = Rect(origin: origin, size: fragment.size)
        }
        for child in fragment.children {
            collect(child.fragment, at: origin + child.origin, into: &boxes)
        }
    }

    @Test func everyBoxHasFiniteNumbers() {
        for seed in Self.seeds {
            var random = RandomScene(seed: seed)
            for (id, box) in arranged(random.node(depth: 4)) {
                let isFinite = [box.minX, box.minY, box.maxX, box.maxY].allSatisfy(\.isFinite)
                #expect(isFinite, "\(id) of seed \(seed)")
            }
        }
    }

    @Test func aMirroredSceneHasMirroredBoxes() {
        for seed in Self.seeds {
            var random = RandomScene(seed: seed)
            let scene = random.node(depth: 4)
            let mirrored = arranged(scene.mirrored)
            for (id, box) in arranged(scene) {
                guard let other = mirrored[id] else { continue }
                let isMirrored =
                    abs(other.minX - (600 - box.maxX)) < 1e-6 && abs(other.minY - box.minY) < 1e-6
                    && abs(other.width - box.width) < 1e-6
                    && abs(other.height - box.height) < 1e-6
                #expect(isMirrored, "\(id) of seed \(seed): \(box) and \(other)")
            }
        }
    }

    @Test func sceneThatIsLaidOutKeepsItsChildrenInside() throws {
        var count = 0
        for seed in Self.seeds {
            var random = RandomScene(seed: seed)
            let root = random.node(depth: 3)
            do {
                let card = try laidOut(root)
                count += 1
                expectInside(card, root, seed)
            } catch {
                #expect(!error.diagnostics.isEmpty)
            }
        }
        #expect(count > 60, "only \(count) scenes were laid out")
    }

    private func expectInside(_ card: LaidOutCard, _ root: Node, _ seed: UInt64) {
        var exempt: Set<Int> = []
        let nodes = Dictionary(
            root.allNodes.map { ($0.id ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        for (index, report) in card.nodes.enumerated() {
            guard let parent = report.parent, let node = nodes[report.id ?? ""] else { continue }
            let around = nodes[card.nodes[parent].id ?? ""]?.appearance.clipping == .box
            if exempt.contains(parent) || around || node.box.position != .flow {
                exempt.insert(index)
                continue
            }
            let box = card.nodes[parent].box
            let allowed = Rect(
                x: box.minX - 0.06, y: box.minY - 0.06, width: box.width + 0.12,
                height: box.height + 0.12)
            #expect(allowed.contains(report.box), "\(report.id ?? "") of seed \(seed)")
        }
    }

    @Test func theSameSceneGivesTheSameCard() throws {
        for seed in UInt64(1)...200 {
            var random = RandomScene(seed: seed)
            let root = random.node(depth: 3)
            do {
                let card = try laidOut(root)
                #expect(try laidOut(root) == card)
            } catch {
                #expect(throws: error) { try laidOut(root) }
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func deepNestingCostsNoMoreThanItsNodes() throws {
        var root = words("t", "aaa bbb", size: 2...20)
        for depth in 0..<60 {
            let box = Box(grow: depth % 3 == 0 ? 1 : 0)
            let leaf = shape(nil, Box(width: .px(1), height: .px(1)))
            switch depth % 3 {
            case 0: root = row(box: box, align: .baseline, root, leaf)
            case 1: root = column(box: box, justify: .center, root, leaf)
            default: root = overlay(box: box, align: .center, root, leaf)
            }
        }
        #expect(try laidOut(root, width: 2_000, height: 2_000).nodes.count == 121)
    }
}

extension Node {
    var allNodes: [Node] {
        guard case .frame(let frame) = content else { return [self] }
        return [self] + frame.children.flatMap(\.allNodes)
    }
}
