import BlueHeartDrawing
import BlueHeartPixels

/// A row of a linear gradient, computed once; every row of the area is a part of it.
///
/// Rows of a linear gradient differ only by a shift. The line contains the row at 1 to 16 subpixel
/// phases, enough that no colour is wrong by more than a quarter of an 8-bit step. Copying takes a
/// tenth of the time of computing every pixel, and equal rows compress well.
struct GradientLine {
    let pixels: [UInt32]
    private let phases: Int
    private let length: Int
    /// Shift of a row against the one above it, in pixels.
    private let shiftPerRow: Double
    private let firstX: Int
    private let firstY: Int
    /// Phase steps before the line's start, at the first row.
    private let base: Int

    /// Computes the line; nil if it would be too long, or too steep for this precision.
    init?(_ ramp: GradientRamp, place: GradientMapping, area: PixelRect) {
        guard case .linear(let start, let perX, let perY) = place, perX != 0 else { return nil }
        let shift = perY / perX
        let reach = Double(area.height) * abs(shift)
        let stepsPerPixel = Double(ramp.steepest) * Double(ramp.count) * abs(perX)
        var phases = 1
        while Double(phases) < 2 * stepsPerPixel, phases <= 16 { phases *= 2 }
        guard phases <= 16, reach + Double(area.width) < GradientLine.longest / Double(phases)
        else { return nil }
        self.phases = phases
        shiftPerRow = shift
        (firstX, firstY) = (area.x, area.y)
        // For a shift to the left the last row starts first.
        base = shift < 0 ? Int(reach.rounded(.up)) * phases : 0
        length = area.width + Int(reach.rounded(.up)) + 2
        let origin = start + Double(area.x) * perX + Double(area.y) * perY
        var pixels = [UInt32]()
        pixels.reserveCapacity(length * phases)
        for phase in 0..<phases {
            let first = origin + Double(phase - base) / Double(phases) * perX
            for index in 0..<length {
                let step = unit(first + Double(index) * perX) * Double(ramp.count)
                pixels.append(ramp.colors[Int(step.rounded())])
            }
        }
        self.pixels = pixels
    }

    /// Longest line, in pixels of all phases.
    private static let longest = 65536.0

    /// The range of a run's pixels in `pixels`.
    @inline(__always)
    func range(x: Int, y: Int, count: Int) -> Range<Int> {
        let shift = (Double(y - firstY) * shiftPerRow * Double(phases)).rounded()
        let steps = Int(shift) + base
        let start = steps % phases * length + steps / phases + x - firstX
        return start..<start + count
    }
}
