import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import Testing

@testable import BlueHeartRaster

/// What is painted again where a picture differs from the last one.
@Suite struct DamageRegionsTests {
    private func command(_ place: PixelRect, shade: Double = 0) -> BoundedCommand {
        let color = Color(red: shade, green: 0, blue: 0)
        return BoundedCommand(
            command: .fill(PathFill(.rect(place.rect), paint: .solid(color))), place: place)
    }

    private func square(_ x: Int, _ y: Int) -> PixelRect {
        PixelRect(x: x, y: y, width: 10, height: 10)
    }

    @Test func equalPicturesHaveNoDamage() {
        let commands = [command(square(0, 0)), command(square(5, 5))]
        let damage = DamageRegions(from: commands, to: commands)
        #expect(damage.areas.isEmpty && damage.commands.isEmpty && damage.area == 0)
    }

    /// The second touches the first, which has changed, the third the second only, the fourth none.
    @Test func damageSpreadsToAllThatTouchesIt() {
        let places = [square(0, 0), square(8, 8), square(16, 16), square(40, 40)]
        let old = places.map { command($0) }
        let new = [command(places[0], shade: 1)] + old.dropFirst()
        let damage = DamageRegions(from: old, to: new)
        #expect(damage.commands == [0, 1, 2])
        #expect(damage.areas == Array(places.prefix(3)) && damage.area == 300)
    }

    @Test func whereACommandWasOrIsGoneIsDamaged() {
        let old = [command(square(0, 0)), command(square(20, 0)), command(square(40, 0))]
        let moved = DamageRegions(from: old, to: [old[0], command(square(60, 0)), old[2]])
        #expect(moved.commands == [1] && moved.areas == [square(60, 0), square(20, 0)])
        let gone = DamageRegions(from: old, to: Array(old.dropLast()))
        #expect(gone.commands.isEmpty && gone.areas == [square(40, 0)])
    }
}
