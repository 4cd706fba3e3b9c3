import Diagnostics
import Drawing
import Geometry
import Scenes

extension Painter {
    /// Fills the box with the light colour and draws the dark modules as one path.
    mutating func paintQR(
        _ placed: Placed, _ block: QRBlock, in form: Form, at stand: Stand,
        into commands: inout [DrawCommand]
    ) {
        guard let code = placed.element.code else { return }
        let grid = QRGrid(code, block, in: form.box)
        let scale = stand.transform.meanScale
        guard grid.module * scale >= QRGrid.smallestModule else {
            let room = min(form.box.width, form.box.height) * scale
            complainAboutCode(placed, block, modules: code.modules(with: block), room: room)
            return
        }
        if block.light.alpha > 0 {
            commands.append(
                .fill(
                    PathFill(
                        form.path, paint: .solid(block.light), transform: stand.transform)))
        }
        commands.append(
            .fill(PathFill(grid.path, paint: .solid(block.dark), transform: stand.transform)))
    }

    private func complainAboutCode(
        _ placed: Placed, _ block: QRBlock, modules: Int, room: Double
    ) {
        let needed = Double(modules) * QRGrid.smallestModule
        let origin = placed.element.node.origin
        arranger.faults.note(
            .template,
            Diagnostic(
                code: "qr-too-small",
                "Expected at least \(inPx(needed)) a side for a QR code of \(modules) modules "
                    + "with its quiet zone, found \(inPx(room)).",
                at: origin.location, path: origin.path,
                hint: "make the code larger, its link shorter or its correction lower"))
    }
}
