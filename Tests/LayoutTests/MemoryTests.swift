import BlueHeartGeometry
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

@Suite struct MemoryTests {
    @Test func nothingOfALaidOutSceneStaysBehind() {
        weak var element: LayoutElement?
        do {
            let engine = LayoutEngine(context: LayoutContext(texts: Ruler(), images: Pictures()))
            var random = RandomScene(seed: 1)
            let root = engine.element(for: random.node(depth: 3))
            _ = engine.arrange(root, Size(width: 100, height: 100), .definite)
            element = root
            #expect(element != nil)
        }
        #expect(element == nil)
    }
}
