import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes

/// The faults of a scene.
struct Faults {
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var warnings: [Diagnostic] = []
    private var kind: CardError.Kind?

    /// Records a fault once, however often it occurs.
    mutating func note(_ kind: CardError.Kind, _ diagnostic: Diagnostic) {
        guard !diagnostics.contains(diagnostic) else { return }
        diagnostics.append(diagnostic)
        self.kind = self.kind ?? kind
    }

    mutating func warn(_ diagnostic: Diagnostic) {
        guard !warnings.contains(diagnostic) else { return }
        warnings.append(diagnostic)
    }

    mutating func note(_ fault: ImageFault, at origin: Origin) {
        note(
            .asset,
            Diagnostic(
                code: fault.code, fault.message, at: origin.location, path: origin.path,
                hint: fault.hint))
    }

    /// All faults as one error, with the kind of the first.
    var error: CardError? {
        kind.map { CardError($0, diagnostics) }
    }
}

/// A length in text: one decimal, none for an integer.
func inPx(_ length: Double) -> String {
    let tenths = (length * 10).rounded()
    guard tenths.isFinite, abs(tenths) < 1e15 else { return "\(length) px" }
    let whole = Int(tenths) / 10
    let rest = abs(Int(tenths) % 10)
    let sign = tenths < 0 && whole == 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole) px" : "\(sign)\(whole).\(rest) px"
}
