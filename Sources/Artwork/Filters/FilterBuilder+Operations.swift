import BlueHeartDrawing
import BlueHeartGeometry

extension FilterBuilder {
    /// The operation of a primitive; nil for other elements.
    mutating func operation(
        _ index: Int, _ style: Style
    ) throws(ArtworkError) -> FilterOperation? {
        switch element(index).name {
        case "feGaussianBlur": return blur(index)
        case "feOffset": return offset(index)
        case "feFlood": return .flood(flood(style))
        case "feMerge": return .merge
        case "feBlend": return .blend(BlendMode(css: element(index)["mode"] ?? "") ?? .normal)
        case "feComposite": return composite(index)
        case "feColorMatrix": return colorMatrix(index)
        case "feComponentTransfer": return transfer(index)
        case "feDropShadow": return dropShadow(index, style)
        case "feMorphology": return morphology(index)
        case "feTurbulence": return turbulence(index)
        case "feConvolveMatrix": return convolution(index)
        case "feDisplacementMap": return displacement(index)
        case "feTile": return tile(index)
        case "feImage": return try picture(index)
        case "feDiffuseLighting", "feSpecularLighting": return lighting(index, style)
        default: return nil
        }
    }

    func number(_ index: Int, _ name: String, _ standard: Double) -> Double {
        guard let text = element(index)[name] else { return standard }
        var cursor = TextCursor(text)
        return cursor.numbers()?.first ?? standard
    }

    /// One or two numbers; a single one counts for both.
    private func pair(_ index: Int, _ name: String) -> (Double, Double)? {
        guard let text = element(index)[name] else { return nil }
        var cursor = TextCursor(text)
        guard let values = cursor.numbers(), let first = values.first, values.count <= 2 else {
            return nil
        }
        return (first, values.count > 1 ? values[1] : first)
    }

    private func sigmas(_ index: Int, _ standard: Double) -> (Double, Double) {
        let hasText = element(index)["stdDeviation"] != nil
        let (x, y) = pair(index, "stdDeviation") ?? (hasText ? (0, 0) : (standard, standard))
        guard x >= 0, y >= 0 else { return (0, 0) }
        return (min(x * scale.x, 256), min(y * scale.y, 256))
    }

    private func shift(_ index: Int, _ standard: Double) -> Point {
        let vector = Point(x: number(index, "dx", standard), y: number(index, "dy", standard))
        if isBox { return Point(x: vector.x * scale.x, y: vector.y * scale.y) }
        return place.map.turned(vector)
    }

    private mutating func blur(_ index: Int) -> FilterOperation {
        let (x, y) = sigmas(index, 0)
        reach += 3.5 * max(x, y)
        return .blur(x: x, y: y)
    }

    private mutating func offset(_ index: Int) -> FilterOperation {
        let shift = shift(index, 0)
        reach += shift.length
        return .offset(shift)
    }

    private func flood(_ style: Style) -> Color {
        style.own.floodColor.resolved(style.color).fading(by: style.own.floodOpacity)
    }

    private mutating func dropShadow(_ index: Int, _ style: Style) -> FilterOperation {
        let (x, y) = sigmas(index, 2)
        let shift = shift(index, 2)
        reach += 3.5 * max(x, y) + shift.length
        return .dropShadow(color: flood(style), offset: shift, x: x, y: y)
    }

    private func composite(_ index: Int) -> FilterOperation {
        switch element(index)["operator"] {
        case "in": return .composite(.in)
        case "out": return .composite(.out)
        case "atop": return .composite(.atop)
        case "xor": return .composite(.xor)
        case "lighter": return .composite(.lighter)
        case "arithmetic":
            return .composite(
                .arithmetic(
                    number(index, "k1", 0), number(index, "k2", 0), number(index, "k3", 0),
                    number(index, "k4", 0)))
        default: return .composite(.over)
        }
    }

    private func colorMatrix(_ index: Int) -> FilterOperation {
        var cursor = TextCursor(element(index)["values"] ?? "")
        let values = cursor.numbers() ?? []
        switch element(index)["type"] ?? "matrix" {
        case "saturate":
            let amount = values.first ?? 1
            return .colorMatrix(ColorMatrix.saturation(max(amount, 0)))
        case "hueRotate": return .colorMatrix(ColorMatrix.hueRotation(values.first ?? 0))
        case "luminanceToAlpha": return .colorMatrix(ColorMatrix.luminanceToAlpha)
        default: return .colorMatrix(values.count == 20 ? values : ColorMatrix.identity)
        }
    }

    private func transfer(_ index: Int) -> FilterOperation {
        let plain = transferTable { $0 }
        let children = composer.tree.elements(in: index)
        return .transfer(
            ["feFuncR", "feFuncG", "feFuncB", "feFuncA"].map { name in
                children.last { element($0).name == name }.map(transferFunction) ?? plain
            })
    }

    private func transferFunction(_ index: Int) -> [UInt8] {
        var cursor = TextCursor(element(index)["tableValues"] ?? "")
        let values = cursor.numbers() ?? []
        let last = Double(values.count - 1)
        switch element(index)["type"] {
        case "table" where !values.isEmpty:
            return transferTable { value in
                let place = Int(min(value * last, max(0, last)))
                let next = min(place + 1, values.count - 1)
                let rest = value * last - Double(place)
                return values[place] + rest * (values[next] - values[place])
            }
        case "discrete" where !values.isEmpty:
            return transferTable { values[min(Int($0 * Double(values.count)), values.count - 1)] }
        case "linear":
            let (slope, intercept) = (number(index, "slope", 1), number(index, "intercept", 0))
            return transferTable { slope * $0 + intercept }
        case "gamma":
            let amplitude = number(index, "amplitude", 1)
            let exponent = number(index, "exponent", 1)
            let shift = number(index, "offset", 0)
            return transferTable { amplitude * power($0, exponent) + shift }
        default: return transferTable { $0 }
        }
    }

    private func morphology(_ index: Int) -> FilterOperation {
        let kind: FilterOperation.Morphology =
            element(index)["operator"] == "dilate" ? .dilate : .erode
        let hasText = element(index)["radius"] != nil
        let (x, y) = pair(index, "radius") ?? (hasText ? (1, 1) : (0, 0))
        let scaled = (x * scale.x, y * scale.y)
        // A side of 0 or less switches the step off, unless the other one is above 0.
        guard x >= 0, y >= 0, x > 0 || y > 0 else { return .merge }
        return .morphology(kind, x: scaled.0, y: scaled.1)
    }

    private func turbulence(_ index: Int) -> FilterOperation {
        let (x, y) = pair(index, "baseFrequency") ?? (0, 0)
        let octaves = number(index, "numOctaves", 1)
        if octaves > 10 {
            composer.report(
                index, "only 10 of \(Int(min(octaves, 1e9))) octaves are drawn",
                cure: "write numOctaves=\"10\"; more cannot be seen")
        }
        guard octaves >= 1, x >= 0, y >= 0, let map = place.map.inverse else {
            return .flood(.clear)
        }
        let isNoise = element(index)["type"] == "fractalNoise"
        return .turbulence(
            Turbulence(
                kind: isNoise ? .fractalNoise : .turbulence, frequency: Point(x: x, y: y),
                octaves: Int(min(octaves, 10)),
                seed: Int(max(min(number(index, "seed", 0).rounded(.towardZero), 2e9), -2e9)),
                stitches: element(index)["stitchTiles"] == "stitch", map: map,
                tile: subregion(of: index)))
    }

    private func displacement(_ index: Int) -> FilterOperation {
        func channel(_ name: String) -> FilterOperation.Channel {
            switch element(index)[name] {
            case "R": .red
            case "G": .green
            case "B": .blue
            default: .alpha
            }
        }
        let amount = number(index, "scale", 0) * (scale.x * scale.y).squareRoot()
        return .displace(
            scale: amount, x: channel("xChannelSelector"), y: channel("yChannelSelector"))
    }

    private func tile(_ index: Int) -> FilterOperation {
        switch steps.isEmpty ? .source : inputForTile(index) {
        case .step(let step): .tile(place.map.bounds(of: subregions[step]).withoutNoise)
        default: .tile(place.map.bounds(of: region).withoutNoise)
        }
    }

    private func inputForTile(_ index: Int) -> FilterStep.Input {
        guard let name = element(index)["in"] else { return .step(steps.count - 1) }
        let found = composer.tree.elements(in: element(index).parent ?? 0).filter {
            element($0)["result"] == name && $0 < index
        }
        guard let last = found.last else { return .step(steps.count - 1) }
        let all = composer.tree.elements(in: element(index).parent ?? 0).filter {
            element($0).name.utf8.starts(with: "fe".utf8)
        }
        return all.firstIndex(of: last).map { $0 < steps.count ? .step($0) : .source } ?? .source
    }

    /// `base` in 0 to 1 to any power, by roots for its fraction.
    private func power(_ base: Double, _ exponent: Double) -> Double {
        guard exponent >= 0 else {
            return base > 0 ? 1 / power(base, -exponent) : .infinity
        }
        guard base > 0 else { return exponent == 0 ? 1 : 0 }
        let held = min(exponent, 1024)
        var (result, factor, whole) = (1.0, base, Int(held))
        while whole > 0 {
            if whole & 1 == 1 { result *= factor }
            factor *= factor
            whole >>= 1
        }
        var (part, root) = (held - held.rounded(.down), base)
        for _ in 0..<24 where part > 0 {
            root = root.squareRoot()
            part *= 2
            if part >= 1 { (result, part) = (result * root, part - 1) }
        }
        return result
    }
}
