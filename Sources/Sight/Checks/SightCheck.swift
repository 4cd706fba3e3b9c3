import Diagnostics
import Geometry
import Layout
import Pixels
import Scenes

/// One rule for what people see on a finished picture.
protocol SightCheck: Sendable {
    /// What breaks the rule; empty where nothing does.
    func findings(of subject: SightSubject) -> [Diagnostic]
}

/// The rules every card is held to, in the order in which their findings are told.
let standardSightChecks: [any SightCheck] = [
    TextContrast(), TextSize(), TextPosition(), SymbolContrast(), QRContrast(), SymbolPosition(),
    SymbolShape(), SymbolClearSpace(),
]

extension TextReport {
    /// How messages call it: `the text "headline"`, or by its words.
    var name: String {
        if let id { return "the text \(quoted(id))" }
        return "the text \(quoted(text, limit: 24))"
    }
}

extension NodeReport {
    var name: String {
        let noun =
            switch kind {
            case .qr: "the QR code"
            default: "the symbol"
            }
        return id.map { "\(noun) \(quoted($0))" } ?? noun
    }
}

extension PictureArea {
    init(_ rect: Rect) {
        self.init(x: rect.minX, y: rect.minY, width: rect.width, height: rect.height)
    }

    init(_ rect: PixelRect) {
        self.init(
            x: Double(rect.x), y: Double(rect.y), width: Double(rect.width),
            height: Double(rect.height))
    }
}

/// A ratio as people write it: `4.52:1`, rounded down, so that it never claims too much.
func ratio(_ value: Float) -> String {
    let hundredths = Int((value * 100).rounded(.down))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest):1"
}

/// A length with one decimal where it has one.
func px(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths)) px" : "\(tenths) px"
}
