import BlueHeartDrawing
import BlueHeartLanguages

extension LineMeasure {
    /// The part of a line's last character that hangs outside its box, in em of the paragraph.
    ///
    /// With hanging punctuation, the whole comma or full stop; otherwise the empty part of
    /// full-width punctuation, so that its ink ends where the box does. A line of nothing else
    /// keeps its width. Source: Requirements for Japanese Text Layout, 3.1.9 and 3.8.2.
    func hangingWidth(before end: Int, from start: Int) -> Double {
        let units = text.source.text
        guard end - start > 1, isClosing(units[end - 1]), let run = run(before: end),
            run.level == (text.source.language.direction == .rightToLeft ? 1 : 0)
        else { return 0 }
        let advance = text.advances[end] - text.advances[end - 1]
        if text.source.hanging == .end, hangs(units[end - 1]) { return advance }
        guard units[end - 1] > 0x7F, advance >= 0.9 * run.scale else { return 0 }
        let blank = run.font.blankEnd(of: UInt32(units[end - 1])) ?? 0
        return max(0, min(0.5, blank - 0.05)) * run.scale
    }

    /// The empty part of full-width punctuation that opens a line, in em of the paragraph.
    ///
    /// Its ink begins where the box does. A line of nothing else keeps its width. Source:
    /// Requirements for Japanese Text Layout, 3.1.5.
    func openingBlank(at start: Int, before end: Int) -> Double {
        guard end - start > 1, isOpening(text.source.text[start]),
            text.source.language.direction == .leftToRight, let run = run(before: start + 1),
            run.level == 0, text.advances[start + 1] - text.advances[start] >= 0.9 * run.scale
        else { return 0 }
        let blank = run.font.blankStart(of: UInt32(text.source.text[start])) ?? 0
        return max(0, min(0.5, blank - 0.05)) * run.scale
    }

    /// True for opening punctuation with a full-width form.
    private func isOpening(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08,
            0xFF3B, 0xFF5B:
            true
        default: false
        }
    }

    private func isClosing(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x2C, 0x2E, 0x60C, 0x6D4, 0x2019, 0x201D, 0x3001, 0x3002, 0x3009, 0x300B, 0x300D,
            0x300F, 0x3011, 0x3015, 0x3017, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF3D, 0xFF5D:
            true
        default: false
        }
    }

    /// True for commas and full stops.
    private func hangs(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x2C, 0x2E, 0x60C, 0x6D4, 0x3001, 0x3002, 0xFF0C, 0xFF0E: true
        default: false
        }
    }
}
