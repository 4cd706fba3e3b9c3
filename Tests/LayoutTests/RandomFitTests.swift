import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

/// What a scene may count on that has texts of several sizes; the seed of a failure is in its
/// message.
@Suite struct RandomFitTests {
    @Test func whatFitsAtItsSmallestSizesFitsInItsRanges() {
        var count = 0
        for seed in UInt64(1)...1_000 {
            var random = RandomScene(seed: seed)
            let root = random.node(depth: 3).withTextsThatShrink
            guard fault(root.atSmallestSizes) == nil else { continue }
            count += 1
            let found = fault(root)
            #expect(found == nil, "seed \(seed): \(found.map { "\($0)" } ?? "")")
        }
        #expect(count > 100, "only \(count) scenes fit at their smallest sizes")
    }

    private func fault(_ root: Node) -> Diagnostic? {
        do {
            _ = try laidOut(root)
            return nil
        } catch {
            return error.diagnostics.first
        }
    }
}

extension Node {
    /// The scene with every text told to shrink before it overflows, and nothing cut off, wrapped
    /// or held to a proportion or to less than its content.
    fileprivate var withTextsThatShrink: Node {
        changed { node in
            node.box.shrink = 1
            (node.box.minWidth, node.box.minHeight, node.box.aspectRatio) = (nil, nil, nil)
            node.appearance.clipping = .none
            // Pictures may get so large that they take all memory; a heart has a proportion too.
            if case .image = node.content {
                node.content = .shape(ShapeBlock(outline: .heart(HeartShape())))
            }
            if case .frame(var frame) = node.content {
                // What wraps at its largest sizes may wrap more often than at its smallest.
                frame.wrapping = .none
                node.content = .frame(frame)
            }
            guard case .text(var paragraph, let block) = node.content else { return }
            paragraph.overflow = .error
            node.content = .text(paragraph, block)
        }
    }

    fileprivate var atSmallestSizes: Node {
        changed { node in
            guard case .text(var paragraph, let block) = node.content else { return }
            paragraph.fontSize = paragraph.fontSize.lowerBound...paragraph.fontSize.lowerBound
            node.content = .text(paragraph, block)
        }
    }

    private func changed(_ change: (inout Node) -> Void) -> Node {
        var node = self
        if case .frame(var frame) = content {
            frame.children = frame.children.map { $0.changed(change) }
            node.content = .frame(frame)
        }
        change(&node)
        return node
    }
}
