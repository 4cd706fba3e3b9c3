import BlueHeartGeometry

/// Letters of one style that are set together.
struct TextRun {
    var text: String
    /// The element whose style they have.
    var index: Int
    var style: Style
    /// Absolute place of the first letter; nil to go on where the last run ended.
    var x: Double?
    var y: Double?
    /// Relative shift of the position.
    var shift = Point.zero
    /// Turn of each letter, in degrees.
    var rotation = 0.0
    /// Shift up from the baseline, in units of the drawing.
    var rise = 0.0
    /// The `textPath` around it.
    var path: Int?

    /// True if a run begins a text chunk, which is aligned by itself.
    var beginsChunk: Bool { x != nil || y != nil }
}

/// Collects the runs of a `text` element, with white space as in XML and SVG.
struct TextCollector {
    private let composer: Composer
    private(set) var runs: [TextRun] = []
    /// True if the last letter is a blank, or there is none yet.
    private var endsInBlank = true
    /// Maximum number of characters.
    private static let longest = 20_000
    private var count = 0

    init(_ composer: Composer) { self.composer = composer }

    private struct Lists {
        var x: [Double] = []
        var y: [Double] = []
        var dx: [Double] = []
        var dy: [Double] = []
        var rotate: [Double] = []
    }

    /// Position lists of the open elements, the innermost last; a list covers all characters of its
    /// element.
    private var lists: [Lists] = []

    mutating func collect(_ index: Int, _ context: Context, path: Int? = nil, rise: Double = 0) {
        reportUnread(index)
        lists.append(places(index, context))
        let isPreserved = preservesBlanks(index)
        for child in composer.element(index).children {
            switch child {
            case .text(let text):
                append(text, index, context, isPreserved: isPreserved, path: path, rise: rise)
            case .element(let inner): collectChild(inner, context, path: path, rise: rise)
            }
        }
        lists.removeLast()
    }

    private mutating func collectChild(
        _ index: Int, _ context: Context, path: Int?, rise: Double
    ) {
        let name = composer.element(index).name
        guard ["tspan", "a", "textPath"].contains(name) else {
            if name == "tref" {
                composer.report(
                    index, "text of another element is not drawn here",
                    cure: "write the text into a tspan")
            }
            return
        }
        let style = Style.computed(
            composer.document.cascade.values[index], inside: context.style)
        guard style.own.isDisplayed else { return }
        var inner = context
        inner.style = style
        collect(
            index, inner, path: name == "textPath" ? index : path,
            rise: rise + style.baselineRise(inside: context.style))
    }

    /// Reports what would give the text another look.
    private func reportUnread(_ index: Int) {
        let declared = composer.document.cascade.values[index]
        let properties = ["font-variation-settings", "font-variant", "font-stretch"].filter {
            declared[$0].map { $0 != "normal" && $0 != "inherit" } ?? false
        }
        let attributes = ["textLength", "side", "method"].filter {
            composer.element(index)[$0] != nil
        }
        for name in properties + attributes {
            composer.report(
                index, "\(name) is not read, and the text is drawn without it",
                cure: "convert the text to outlines")
        }
    }

    private func places(_ index: Int, _ context: Context) -> Lists {
        let lengths = context.lengths(context.style)
        func list(_ name: String, _ axis: LengthContext.Axis) -> [Double] {
            var cursor = TextCursor(composer.element(index)[name] ?? "")
            var values: [Double] = []
            cursor.skipBlanks()
            while let length = cursor.length() {
                values.append(lengths.resolve(length, axis))
                cursor.skipSeparator()
            }
            return values
        }
        var turns = TextCursor(composer.element(index)["rotate"] ?? "")
        return Lists(
            x: list("x", .x), y: list("y", .y), dx: list("dx", .x), dy: list("dy", .y),
            rotate: turns.numbers() ?? [])
    }

    private func preservesBlanks(_ index: Int) -> Bool {
        var place: Int? = index
        while let found = place {
            if let value = composer.element(found)["xml:space"] { return value == "preserve" }
            place = composer.element(found).parent
        }
        return false
    }

    private mutating func append(
        _ text: String, _ index: Int, _ context: Context, isPreserved: Bool, path: Int?,
        rise: Double
    ) {
        for scalar in text.unicodeScalars where count < Self.longest {
            let isBlank = scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
            if isBlank, endsInBlank, !isPreserved { continue }
            endsInBlank = isBlank
            count += 1
            let isMark = scalar.properties.generalCategory == .nonspacingMark
            append(isBlank ? " " : scalar, index, context, isMark: isMark, path: path, rise: rise)
        }
    }

    private mutating func append(
        _ scalar: Unicode.Scalar, _ index: Int, _ context: Context, isMark: Bool, path: Int?,
        rise: Double
    ) {
        var run = TextRun(text: "", index: index, style: context.style, path: path)
        run.rise = rise
        if !isMark { takePlace(&run) }
        run.text.unicodeScalars.append(scalar)
        if let last = runs.last, last.index == index, last.path == path, run.x == nil,
            run.y == nil, run.shift == .zero, run.rotation == 0, last.rotation == 0
        {
            runs[runs.count - 1].text.unicodeScalars.append(scalar)
        } else {
            runs.append(run)
        }
    }

    /// Takes the next position of each list; the innermost element that has one decides.
    private mutating func takePlace(_ run: inout TextRun) {
        for level in lists.indices {
            if !lists[level].x.isEmpty { run.x = lists[level].x.removeFirst() }
            if !lists[level].y.isEmpty { run.y = lists[level].y.removeFirst() }
            if !lists[level].dx.isEmpty { run.shift.x = lists[level].dx.removeFirst() }
            if !lists[level].dy.isEmpty { run.shift.y = lists[level].dy.removeFirst() }
            if let turn = lists[level].rotate.first {
                run.rotation = turn
                // The last turn counts for all letters that follow.
                if lists[level].rotate.count > 1 { lists[level].rotate.removeFirst() }
            }
        }
    }

    /// The runs without the blank at the end.
    var trimmed: [TextRun] {
        var result = runs
        while let last = result.last, last.text == " " || last.text.isEmpty { result.removeLast() }
        if let last = result.last, last.text.hasSuffix(" "), !preservesBlanks(last.index) {
            result[result.count - 1].text.removeLast()
        }
        return result
    }
}

extension Style {
    /// Height of the baseline above that of the style around it.
    fileprivate func baselineRise(inside parent: Style) -> Double {
        switch own.baselineShift {
        // As the tables of Noto Sans say.
        case "sub": return -0.075 * parent.fontSize
        case "super": return 0.35 * parent.fontSize
        case "baseline", "": return 0
        default:
            guard let length = Length(own.baselineShift) else { return 0 }
            if length.unit == .percent { return length.value / 100 * parent.fontSize }
            return LengthContext(em: parent.fontSize, viewportWidth: 0, viewportHeight: 0)
                .resolve(length, .x)
        }
    }
}
