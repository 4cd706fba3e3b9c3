import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes

extension DisplayListBuilder {
    /// Fills the box with the light colour and draws the dark modules as one path.
    mutating func paintQR(
        _ fragment: Fragment, _ block: QRBlock, in outline: NodeOutline, at context: PaintContext,
        into commands: inout [DrawCommand]
    ) {
        guard let code = fragment.element.code else { return }
        let grid = QRGrid(code, block, in: outline.box)
        let scale = context.transform.meanScale
        guard grid.module * scale >= QRGrid.smallestModule else {
            let room = min(outline.box.width, outline.box.height) * scale
            reportCode(fragment, block, modules: code.modules(with: block), room: room)
            return
        }
        if block.light.alpha > 0 {
            commands.append(
                .fill(
                    PathFill(
                        outline.path, paint: .solid(block.light), transform: context.transform)))
        }
        commands.append(
            .fill(PathFill(grid.path, paint: .solid(block.dark), transform: context.transform)))
    }

    private func reportCode(
        _ fragment: Fragment, _ block: QRBlock, modules: Int, room: Double
    ) {
        let needed = Double(modules) * QRGrid.smallestModule
        let origin = fragment.element.node.origin
        engine.faults.note(
            .template,
            Diagnostic(
                code: "qr-too-small",
                "Expected at least \(inPx(needed)) a side for a QR code of \(modules) modules "
                    + "with its quiet zone, found \(inPx(room)).",
                at: origin.location, path: origin.path,
                hint: "make the code larger, its link shorter or its correction lower"))
    }
}
