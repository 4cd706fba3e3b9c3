public import BlueHeartDiagnostics
import BlueHeartGeometry
public import BlueHeartPlacements

extension Overlay {
    /// The findings of a picture, boxed and numbered in the order of their report, with a legend.
    ///
    /// Zones are drawn if a finding concerns them. A finding without an area has a number in the
    /// legend only.
    public init(findings: [Diagnostic], on placement: Placement) {
        self.init(zones(of: placement, for: findings))
        for (index, finding) in findings.enumerated() {
            let (number, tone) = (String(index + 1), Tone(finding.severity))
            if let area = finding.finding?.area {
                marks.append(.box(Rect(area), label: number, tone))
            }
            let hint = finding.hint.map { "; \($0)" } ?? ""
            legend.append(
                Entry(label: number, tone: tone, text: "\(finding.message)\(hint)"))
        }
    }

    /// The safe zone, and the parts of the picture that the network covers or crops.
    public init(zonesOf placement: Placement) {
        self.init(coverMarks(of: placement) + zoneMarks(of: placement))
    }
}

private func zones(of placement: Placement, for findings: [Diagnostic]) -> [Overlay.Mark] {
    func speak(of ending: String) -> Bool { findings.contains { $0.code.hasSuffix(ending) } }
    var marks: [Overlay.Mark] = []
    if speak(of: "-covered") { marks += coverMarks(of: placement) }
    if speak(of: "-outside-safe-zone") || speak(of: "-cropped") {
        marks += zoneMarks(of: placement)
    }
    return marks
}

private func coverMarks(of placement: Placement) -> [Overlay.Mark] {
    placement.covers.map {
        .covered($0.area, $0.shape == .ellipse ? .ellipse : .rectangle, label: $0.title)
    }
}

private func zoneMarks(of placement: Placement) -> [Overlay.Mark] {
    var marks: [Overlay.Mark] = []
    if placement.isCircular {
        marks.append(.ellipse(placement.wholeArea, label: nil))
    } else if placement.crop != .zero {
        marks.append(.zone(placement.shownArea, label: "always shown"))
    }
    if placement.safeInsets != .zero, !placement.isCircular {
        marks.append(.zone(placement.safeArea, label: "safe"))
    }
    return marks
}

extension Rect {
    fileprivate init(_ area: PictureArea) {
        self.init(x: area.x, y: area.y, width: area.width, height: area.height)
    }
}

extension Overlay.Tone {
    fileprivate init(_ severity: Diagnostic.Severity) {
        switch severity {
        case .error: self = .error
        case .warning: self = .warning
        case .note: self = .note
        }
    }
}
