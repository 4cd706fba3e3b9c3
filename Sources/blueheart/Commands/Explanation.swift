import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartEngine
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartLayout
import BlueHeartScenes
import BlueHeartTypesetting

/// The layout of a card's texts, for people and for programs.
struct Explanation {
    let card: CardExplanation
    let stem: String

    var text: String {
        let list = card.laidOut.displayList
        let head = "\(stem) (\(list.widthInPixels) x \(list.heightInPixels) px)"
        return ([head] + card.laidOut.texts.map(\.explained)).joined(separator: "\n\n")
    }

    var json: JSONValue {
        let list = card.laidOut.displayList
        return [
            "card": .string(stem), "language": .string(card.scene.language.tag),
            "width": .integer(list.widthInPixels), "height": .integer(list.heightInPixels),
            "texts": .array(card.laidOut.texts.map(\.json)),
            "diagnostics": .array(
                ((card.error?.diagnostics ?? []) + card.warnings).map(\.json)),
        ]
    }
}

extension TextReport {
    fileprivate var explained: String {
        let range = fontSizeRange
        let bounds =
            range.lowerBound < range.upperBound
            ? " of \(short(range.lowerBound)) to \(short(range.upperBound))" : ""
        let group = reasons?.fitGroup.map { ", fit group \($0)" } ?? ""
        var rows = [
            "\(id ?? "text") at \(origin.path)",
            "  box        \(described(box))", "  size       \(short(fontSize)) px\(bounds)\(group)",
        ]
        if let tried = reasons?.trace?.trials, tried.count > 1 {
            let list = tried.map { "\(short($0.fontSize)) \($0.fits ? "fits" : "does not")" }
            rows.append("  tried      " + list.joined(separator: ", "))
        }
        let tag = reasons.map { ", language \($0.language.tag)" } ?? ""
        rows.append(
            "  direction  \(direction == .rightToLeft ? "right to left" : "left to right")\(tag)")
        for (index, line) in lines.enumerated() {
            rows.append(
                "  line \(index + 1)     \(line.text)  (\(short(line.box.width)) px wide, baseline "
                    + "at \(short(line.baseline)))")
        }
        for run in reasons?.trace?.runs ?? [] { rows.append("  font       \(run.described)") }
        return (rows + reasonRows).joined(separator: "\n")
    }

    private var reasonRows: [String] {
        guard let reasons else { return [] }
        var rows: [String] = []
        if let trace = reasons.trace, !trace.opportunities.isEmpty {
            let taken = trace.opportunities.count { $0.isTaken }
            let balanced = trace.isBalanced ? ", lines balanced" : ""
            rows.append(
                "  breaks     \(taken) taken of \(trace.opportunities.count)\(balanced): "
                    + marked(trace.opportunities))
        }
        let (width, height) = room(reasons)
        rows.append("  space left \(short(width)) px wide, \(short(height)) px high")
        if let misfit = reasons.misfit {
            rows.append(
                "  overflow   needs \(short(misfit.needed.width)) x "
                    + "\(short(misfit.needed.height)) px in \(misfit.lines) lines")
        }
        return rows
    }

    private func room(_ reasons: TextReasons) -> (width: Double, height: Double) {
        (
            reasons.box.width - reasons.taken.width,
            reasons.box.height - reasons.taken.height
        )
    }

    /// The text with `|` at line breaks and `·` at unused opportunities.
    private func marked(_ opportunities: [TypesettingTrace.Opportunity]) -> String {
        var units = Array(setText.utf16)
        for place in opportunities.reversed() where place.offset <= units.count {
            units.insert(place.isTaken ? 0x7C : 0xB7, at: place.offset)
        }
        return String(decoding: units, as: UTF16.self).replacing("\n", with: " ")
    }

    private var setText: String { reasons?.trace?.text ?? text }

    fileprivate var json: JSONValue {
        let trace = reasons?.trace
        return .fields([
            ("id", id.map { .string($0) }), ("path", .string(origin.path.description)),
            ("text", .string(text)), ("box", box.json),
            ("direction", .string(direction == .rightToLeft ? "rtl" : "ltr")),
            ("language", reasons.map { .string($0.language.tag) }),
            ("fontSize", .number(rounded(fontSize))),
            ("smallest", .number(rounded(fontSizeRange.lowerBound))),
            ("largest", .number(rounded(fontSizeRange.upperBound))),
            ("fitGroup", reasons?.fitGroup.map { .string($0) }),
            ("wrap", reasons.map { .string($0.wrapping.rawValue) }),
            ("evened", trace.map { .bool($0.isBalanced) }),
            ("tried", trace.map { .array($0.trials.map(\.json)) }),
            ("lines", .array(lines.map(\.json))),
            ("runs", trace.map { .array($0.runs.map(\.json)) }),
            ("breaks", trace.map { .array($0.opportunities.map(\.json)) }),
            ("truncated", .bool(isTruncated)), ("fits", .bool(reasons?.misfit == nil)),
            ("roomWidth", reasons.map { .number(rounded(room($0).width)) }),
            ("roomHeight", reasons.map { .number(rounded(room($0).height)) }),
        ])
    }
}

extension TextReport.Line {
    fileprivate var json: JSONValue {
        ["text": .string(text), "box": box.json, "baseline": .number(rounded(baseline))]
    }
}

extension TypesettingTrace.Trial {
    fileprivate var json: JSONValue {
        [
            "fontSize": .number(rounded(fontSize)), "lines": .integer(lineCount),
            "fits": .bool(fits),
        ]
    }
}

extension TypesettingTrace.Opportunity {
    fileprivate var json: JSONValue {
        ["offset": .integer(offset), "kind": .string(kind.rawValue), "taken": .bool(isTaken)]
    }
}

extension TypesettingTrace.Run {
    fileprivate var described: String {
        let way = direction == .rightToLeft ? ", right to left" : ""
        return "\(family) \(weight)\(isItalic ? " italic" : ""), \(short(fontSize)) px, \(script)"
            + "\(way), line \(line + 1): \(text)"
    }

    fileprivate var json: JSONValue {
        [
            "line": .integer(line), "text": .string(text), "family": .string(family),
            "weight": .integer(weight), "italic": .bool(isItalic),
            "fontSize": .number(rounded(fontSize)), "script": .string(script),
            "direction": .string(direction == .rightToLeft ? "rtl" : "ltr"),
        ]
    }
}

extension Rect {
    fileprivate var json: JSONValue {
        [
            "x": .number(rounded(minX)), "y": .number(rounded(minY)),
            "width": .number(rounded(width)), "height": .number(rounded(height)),
        ]
    }
}

private func described(_ box: Rect) -> String {
    "\(short(box.width)) x \(short(box.height)) px at \(short(box.minX)), \(short(box.minY))"
}

private func rounded(_ number: Double) -> Double {
    number.isFinite ? (number * 100).rounded() / 100 : 0
}

/// One decimal, none if it is 0.
private func short(_ number: Double) -> String {
    let tenths = (number * 10).rounded() / 10
    guard tenths.isFinite else { return "no limit" }
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
}
