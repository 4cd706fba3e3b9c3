import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

@Suite struct SymbolTests {
    private func marked(_ role: NodeRole?, _ node: Node) -> Node {
        var node = node
        node.role = role
        return node
    }

    private let square = Box(width: .px(100), height: .px(100))

    @Test func onlyWhatSaysSoIsASymbol() throws {
        let card = try laidOut(
            overlay(
                marked(.symbol, shape("heart", square, .heart(HeartShape()))),
                marked(.decoration, shape("cut", square)), shape("plain", square)))
        #expect(card.symbols.map { card.nodes[$0.node].id } == ["heart"])
        #expect(card.symbols.first?.commands.count == 1)
        #expect(card.symbols.first?.distortion == 1)
    }

    @Test func aDecorationTakesAllInsideWithItButASymbol() throws {
        let frame = overlay(
            words("aside", "ab"), marked(.symbol, shape("mark", square)), qr("code", "abc", square))
        let card = try laidOut(row(marked(.decoration, frame), words("read", "ab")))
        let roles = Dictionary(
            uniqueKeysWithValues: card.nodes.compactMap { node in node.id.map { ($0, node.role) } })
        #expect(roles["aside"] == .decoration)
        #expect(roles["mark"] == .symbol)
        #expect(roles["read"] == .some(nil))
        #expect(card.symbols.map { card.nodes[$0.node].id } == ["mark"])
    }

    @Test func aCodeIsASymbolByItself() throws {
        let card = try laidOut(row(qr("code", "abc", square)))
        #expect(card.symbols.map { card.nodes[$0.node].id } == ["code"])
    }

    @Test(arguments: [
        (Transform.scale(x: 2, y: 2), 1.0), (.scale(x: -1, y: 1), 1), (.scale(x: 1.5, y: 1), 1.5),
        (.rotation(Angle(degrees: 30)), 1), (.scale(x: 0, y: 1), 1e9),
    ])
    func aTransformDistortsByTheRatioOfItsAxes(transform: Transform, expected: Double) throws {
        let node = shape(
            "mark", square, look: Appearance(fill: .solid(.black), transform: transform))
        let card = try laidOut(row(marked(.symbol, node)))
        let distortion = try #require(card.symbols.first?.distortion)
        #expect(abs(distortion - expected) < 1e-9 * expected)
    }

    @Test(arguments: [(ImageBlock.Fit.fill, 2.0), (.cover, 1), (.contain, 1)])
    func aPictureThatFillsItsBoxIsDistorted(fit: ImageBlock.Fit, expected: Double) throws {
        let node = marked(.symbol, image("logo", "200x100", square, fit: fit))
        let card = try laidOut(row(node))
        #expect(card.symbols.first?.distortion == expected)
    }

    @Test func theRunsOfATextLieWhereItIsPainted() throws {
        let card = try laidOut(row(words("text", "ab cd", Box(width: .px(30)))))
        let text = try #require(card.texts.first)
        let painted = card.displayList.commands.compactMap { command in
            if case .glyphs(let run) = command { run } else { nil }
        }
        #expect(text.runs == painted)
        #expect(text.runs.count == 2)
    }
}
