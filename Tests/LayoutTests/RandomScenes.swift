import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes
import BlueHeartTestbench

@testable import BlueHeartLayout

/// Choices that are the same on every run.
struct Dice {
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[roll(choices.count)] }

    mutating func length(_ most: Int) -> Double { Double(roll(most * 4)) / 4 }

    mutating func maybe<Value>(_ oneIn: Int, _ value: (inout Dice) -> Value) -> Value? {
        roll(oneIn) == 0 ? value(&self) : nil
    }
}

/// Scenes of all kinds of nodes with all kinds of lengths.
struct RandomScene {
    var dice: Dice
    private var count = 0

    init(seed: UInt64) {
        dice = Dice(seed: seed)
    }

    mutating func node(depth: Int) -> Node {
        count += 1
        let name = "n\(count)"
        let box = box()
        switch depth == 0 ? 4 + dice.roll(5) : dice.roll(9) {
        case 0...3: return frame(name, box, depth: depth)
        case 4: return text(name, box)
        case 5: return image(name, dice.pick(["30x20", "2000x1000", "5x300"]), box)
        case 6: return qr(name, "a", box)
        case 7: return shape(name, box, dice.pick([.ellipse, .line, .heart(HeartShape())]))
        default: return shape(name, box)
        }
    }

    private mutating func frame(_ name: String, _ box: Box, depth: Int) -> Node {
        var frame = Frame(axis: dice.pick(Frame.Axis.allCases))
        frame.direction = dice.pick([.leftToRight, .rightToLeft])
        frame.padding = insets(20)
        frame.gap = dice.length(10)
        frame.lineGap = dice.length(10)
        frame.align = dice.pick(Frame.Alignment.allCases)
        frame.justify = dice.pick(Frame.Justification.allCases)
        frame.wrapping = dice.pick([.none, .none, .wrap])
        for _ in 0..<dice.roll(5) { frame.children.append(node(depth: depth - 1)) }
        return plain(name, .frame(frame), box, dice.roll(4) == 0)
    }

    private func plain(
        _ name: String, _ content: Content, _ box: Box, _ clips: Bool
    ) -> Node {
        Node(
            origin: origin(name), id: name, box: box,
            appearance: Appearance(clipping: clips ? .box : .none), content: content)
    }

    private mutating func text(_ name: String, _ box: Box) -> Node {
        let least = 4 + dice.length(20)
        return words(
            name, dice.pick(["", "a", "aaa bbb ccccc", "aaaaaaaaaaaaaaaaa b"]), box,
            size: least...(least + dice.length(60)), lines: dice.maybe(4) { 1 + $0.roll(3) },
            overflow: dice.pick(Paragraph.Overflow.allCases),
            block: TextBlock(
                verticalAlignment: dice.pick(TextBlock.VerticalAlignment.allCases),
                trim: dice.pick(TextBlock.Trim.allCases)))
    }

    private mutating func insets(_ most: Int) -> Insets {
        guard dice.roll(3) == 0 else { return .zero }
        return Insets(
            top: dice.length(most), right: dice.length(most), bottom: dice.length(most),
            left: dice.length(most))
    }

    private mutating func side(_ most: Int) -> Length {
        dice.roll(3) == 0 ? .fraction(dice.length(2)) : .px(dice.length(most))
    }

    private mutating func box() -> Box {
        var box = Box()
        box.width = dice.maybe(4) { _ in () }.map { side(300) }
        box.height = dice.maybe(4) { _ in () }.map { side(300) }
        box.minWidth = dice.maybe(8) { _ in () }.map { side(100) }
        box.maxWidth = dice.maybe(8) { _ in () }.map { side(300) }
        box.minHeight = dice.maybe(8) { _ in () }.map { side(100) }
        box.maxHeight = dice.maybe(8) { _ in () }.map { side(300) }
        box.aspectRatio = dice.maybe(8) { 0.25 + $0.length(4) }
        box.grow = dice.maybe(3) { $0.length(3) } ?? 0
        box.shrink = dice.pick([1, 1, 1, 0, 0.5, 2])
        box.align = dice.maybe(4) { $0.pick(Frame.Alignment.allCases) }
        box.margin = insets(10)
        if dice.roll(6) == 0 {
            box.position = .absolute(
                top: dice.maybe(2) { .px($0.length(50)) },
                right: dice.maybe(2) { .fraction($0.length(1)) },
                bottom: dice.maybe(2) { .px($0.length(50)) },
                left: dice.maybe(2) { .px($0.length(50)) })
        }
        return box
    }
}

extension Node {
    /// The node as a mirror shows it: left and right changed, rows the other way.
    var mirrored: Node {
        var node = self
        node.box.margin = box.margin.mirrored
        if case .absolute(let top, let right, let bottom, let left) = box.position {
            node.box.position = .absolute(top: top, right: left, bottom: bottom, left: right)
        }
        if case .frame(var frame) = content {
            frame.padding = frame.padding.mirrored
            frame.direction =
                frame.direction == .leftToRight ? .rightToLeft : .leftToRight
            frame.children = frame.children.map(\.mirrored)
            node.content = .frame(frame)
        }
        return node
    }
}

extension Insets {
    fileprivate var mirrored: Insets {
        Insets(top: top, right: left, bottom: bottom, left: right)
    }
}
