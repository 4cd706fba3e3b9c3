public import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartPixels
import BlueHeartScenes

/// A rule for the finished picture.
protocol SightCheck: Sendable {
    /// All rules that it can report.
    static var rules: [CheckRule] { get }

    /// Violations of the rule; empty if there are none.
    func findings(of subject: SightSubject) -> [Diagnostic]
}

/// The rules for every card, in the order of their reports.
let standardSightChecks: [any SightCheck] = [
    TextContrast(), TextSize(), TextPosition(), SymbolContrast(), QRContrast(), SymbolPosition(),
    SymbolShape(), SymbolClearSpace(),
]

/// The rules of all checks of pictures.
public let pictureRules = standardSightChecks.flatMap { type(of: $0).rules }

extension TextReport {
    /// Name in messages: `the text "headline"`, or its words.
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

/// A ratio in text: `4.52:1`, rounded down, so that it is never overstated.
func ratio(_ value: Float) -> String {
    let hundredths = Int((value * 100).rounded(.down))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest):1"
}

/// A length with at most one decimal.
func px(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths)) px" : "\(tenths) px"
}
