import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartScenes

/// A QR code in a box: square modules of a whole number of px.
struct QRGrid {
    /// Smallest module in px; scanners fail on smaller ones after a network's compression.
    static let smallestModule = 2.0
    /// Module size in px of a code without a given size.
    static let naturalModule = 4.0

    /// Side of a module in px, a whole number.
    let module: Double
    /// Top left corner of the first module, after the quiet zone.
    let origin: Point
    let code: QRMatrix

    /// The largest grid that fits `box`, centred.
    init(_ code: QRMatrix, _ block: QRBlock, in box: Rect) {
        let count = Double(code.modules(with: block))
        module = (min(box.width, box.height) / count + 1e-9).rounded(.down)
        let side = module * Double(code.size)
        origin = Point(
            x: (box.minX + (box.width - side) / 2).rounded(.down),
            y: (box.minY + (box.height - side) / 2).rounded(.down))
        self.code = code
    }

    /// The dark modules as one path of rectangles: runs of a row, with equal rows merged.
    var path: Path {
        var path = Path()
        var open: [(run: Range<Int>, top: Int)] = []
        for row in 0...code.size {
            let runs = row < code.size ? code.darkRuns(inRow: row) : []
            for ended in open where !runs.contains(ended.run) {
                path.append(.rect(rect(ended.run, rows: ended.top..<row)))
            }
            open = runs.map { run in
                (run, open.first { $0.run == run }?.top ?? row)
            }
        }
        return path
    }

    private func rect(_ run: Range<Int>, rows: Range<Int>) -> Rect {
        Rect(
            x: origin.x + Double(run.lowerBound) * module,
            y: origin.y + Double(rows.lowerBound) * module,
            width: Double(run.count) * module, height: Double(rows.count) * module)
    }
}

extension QRMatrix {
    /// Modules per side, including the quiet zone on both sides.
    func modules(with block: QRBlock) -> Int { size + 2 * max(0, block.quietZone) }

    /// Dark runs of a row, from left to right.
    fileprivate func darkRuns(inRow row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for column in 0...size {
            let isDark = column < size && isDark(column, row)
            if isDark, start == nil { start = column }
            if !isDark, let first = start {
                runs.append(first..<column)
                start = nil
            }
        }
        return runs
    }
}

extension LayoutEngine {
    /// The modules of a code; nil with a recorded fault for a text that is too long.
    func code(_ block: QRBlock, for node: Node) -> QRMatrix? {
        do {
            return try QRMatrix.encode(block.text, correction: block.correction.ofMatrix)
        } catch {
            faults.note(.data, error.diagnostic(at: node.origin))
            return nil
        }
    }
}

extension QRError {
    fileprivate func diagnostic(at origin: Origin) -> Diagnostic {
        switch self {
        case .empty:
            Diagnostic(
                code: "qr-empty", "Expected a text for the QR code, found none.",
                at: origin.location, path: origin.path)
        case .tooLong(let bytes, let limit):
            Diagnostic(
                code: "qr-too-long",
                "Expected at most \(limit) bytes in the QR code, found \(bytes).",
                at: origin.location, path: origin.path,
                hint: "use a shorter link, or a lower correction")
        }
    }
}

extension QRBlock.Correction {
    fileprivate var ofMatrix: QRMatrix.Correction {
        switch self {
        case .low: .low
        case .medium: .medium
        case .quartile: .quartile
        case .high: .high
        }
    }
}
