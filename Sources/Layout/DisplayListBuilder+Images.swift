import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartScenes

extension DisplayListBuilder {
    /// Draws a picture into a box, which is already on whole px if it is axis-aligned.
    mutating func paintImage(
        _ fragment: Fragment, _ block: ImageBlock, in box: Rect, at context: PaintContext,
        into commands: inout [DrawCommand]
    ) {
        let natural = fragment.element.naturalSize
        guard !natural.isEmpty, !box.isEmpty else { return }
        let fitting = Fitting(block, natural: natural, in: box)
        let wanted = pixels(for: fitting, natural: natural, at: context)
        do {
            let image = try engine.context.images.image(
                block.image, covering: wanted,
                showing: part(of: block.image, fitting, at: context))
            for remark in image.remarks { warn(remark, fragment) }
            let (width, height) = (image.crop.width, image.crop.height)
            let toPixels = Transform.scale(
                x: Double(width) / natural.width, y: Double(height) / natural.height)
            var adjustment = block.adjustment
            adjustment.blur = min(256, adjustment.blur * context.transform.meanScale)
            commands.append(
                .image(
                    PlacedImage(
                        image, source: toPixels.bounds(of: fitting.source),
                        destination: fitting.destination, adjustment: adjustment,
                        transform: context.transform)))
        } catch {
            engine.faults.note(error, at: fragment.element.node.origin)
        }
    }

    /// The requested part of a picture; whole for patterns and masks, whose transform may change.
    private func part(of image: ImageReference, _ fitting: Fitting, at context: PaintContext)
        -> Rect
    {
        guard isReporting else { return fitting.whole }
        return shown.part(of: image, and: fitting.readArea(through: context.transform))
    }

    /// Size of the whole picture in pixels so that its visible part has one pixel per px.
    private func pixels(for fitting: Fitting, natural: Size, at context: PaintContext) -> Size {
        let transform = context.transform
        let scaleX = Point(x: transform.a, y: transform.b).length
        let scaleY = Point(x: transform.c, y: transform.d).length
        let (source, destination) = (fitting.source, fitting.destination)
        return Size(
            width: (natural.width * destination.width / source.width * scaleX).roundedUp,
            height: (natural.height * destination.height / source.height * scaleY).roundedUp)
    }
}

/// The mapping of a part of a picture to its box.
struct Fitting: Hashable {
    /// The visible part, in px of the picture by `ImageProvider.size`.
    var source: Rect
    var destination: Rect
    let whole: Rect

    /// Computes the mapping.
    ///
    /// - Precondition: neither `natural` nor `box` is empty.
    init(_ block: ImageBlock, natural: Size, in box: Rect) {
        whole = Rect(origin: .zero, size: natural)
        (source, destination) = (whole, box)
        let (scaleX, scaleY) = (box.width / natural.width, box.height / natural.height)
        switch block.fit {
        case .fill: break
        case .cover:
            let scale = max(scaleX, scaleY)
            source = Fitting.part(
                Size(width: box.width / scale, height: box.height / scale), of: natural,
                around: block.focus)
        case .contain:
            let scale = min(scaleX, scaleY)
            let size = Size(width: natural.width * scale, height: natural.height * scale)
            destination = Rect(
                origin: Point(
                    x: box.minX + (box.width - size.width) * block.focus.x,
                    y: box.minY + (box.height - size.height) * block.focus.y),
                size: size)
        }
    }

    /// The part with its centre as near to the point of focus as the picture allows.
    private static func part(_ size: Size, of whole: Size, around focus: Point) -> Rect {
        let (width, height) = (min(size.width, whole.width), min(size.height, whole.height))
        let x = focus.x * whole.width - width / 2
        let y = focus.y * whole.height - height / 2
        return Rect(
            x: min(max(0, x), whole.width - width), y: min(max(0, y), whole.height - height),
            width: width, height: height)
    }
}

extension Double {
    /// Rounded up, except for an excess within rounding errors.
    fileprivate var roundedUp: Double { (self - 1e-6).rounded(.up) }
}
