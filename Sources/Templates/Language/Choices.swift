import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes

// The words of enums that other modules declare, each explained for editors and the reference.

extension Frame.Axis: ExplainedChoice {
    var summary: String {
        switch self {
        case .row: "one beside the other, from the side where lines begin"
        case .column: "one below the other"
        case .overlay: "over one another in the same box"
        }
    }
}

extension Frame.Alignment: ExplainedChoice {
    var summary: String {
        switch self {
        case .start: "at the side where lines begin, or the top"
        case .center: "in the middle"
        case .end: "at the side where lines end, or the bottom"
        case .stretch: "as wide or high as there is room"
        case .baseline: "on one line of their first lines of text"
        }
    }
}

extension Frame.Justification: ExplainedChoice {
    var summary: String {
        switch self {
        case .start: "together at the beginning"
        case .center: "together in the middle"
        case .end: "together at the end"
        case .spaceBetween: "apart, the first and the last at the ends"
        case .spaceAround: "apart, with half the room at the ends"
        case .spaceEvenly: "apart, with the same room at the ends"
        }
    }
}

extension Frame.Wrapping: ExplainedChoice {
    var summary: String {
        switch self {
        case .none: "one line"
        case .wrap: "children that do not fit begin a new line"
        }
    }
}

extension Paragraph.Alignment: ExplainedChoice {
    var summary: String {
        switch self {
        case .start: "at the side where lines begin"
        case .center: "in the middle"
        case .end: "at the side where lines end"
        case .justify: "from side to side"
        }
    }
}

extension Paragraph.Wrapping: ExplainedChoice {
    var summary: String {
        switch self {
        case .normal: "lines as full as they can be"
        case .balance:
            "lines of equal length; Chinese and Japanese words stay whole where that costs little"
        case .pretty: "no short last line"
        case .none: "one line"
        }
    }
}

extension Paragraph.Hyphenation: ExplainedChoice {
    var summary: String {
        switch self {
        case .none: "nowhere"
        case .manual: "at soft hyphens"
        case .auto: "at soft hyphens, and where the language's dictionary parts words"
        }
    }
}

extension Paragraph.Hanging: ExplainedChoice {
    var summary: String {
        switch self {
        case .none: "everything stays in the box"
        case .end: "commas and full stops may stand outside"
        }
    }
}

extension Paragraph.Overflow: ExplainedChoice {
    var summary: String {
        switch self {
        case .error: "the card is not made"
        case .ellipsis: "the text is cut, and ends in …"
        case .clip: "lines that do not fit are left out"
        }
    }
}

extension TextStyle.Case: ExplainedChoice {
    var summary: String {
        switch self {
        case .none: "as written"
        case .upper: "capitals"
        case .lower: "small letters"
        case .title: "a capital at the beginning of each word"
        }
    }
}

extension TextBlock.VerticalAlignment: ExplainedChoice {
    var summary: String {
        switch self {
        case .top: "at the top"
        case .center: "in the middle"
        case .bottom: "at the bottom"
        }
    }
}

extension TextBlock.Trim: ExplainedChoice {
    var summary: String {
        switch self {
        case .none: "from ascender to descender"
        case .capHeight: "from cap height to baseline"
        }
    }
}

extension TextPath.Turn: ExplainedChoice {
    var summary: String {
        switch self {
        case .clockwise: "heads out"
        case .counterclockwise: "heads in: upright at the lower side of a ring"
        }
    }
}

extension TextPath.Level: ExplainedChoice {
    var summary: String {
        switch self {
        case .baseline: "the baseline"
        case .middle: "the middle of capitals, so that words of both turns share a ring"
        }
    }
}

extension ImageBlock.Fit: ExplainedChoice {
    var summary: String {
        switch self {
        case .cover: "fills the box; what is too much is cut off"
        case .contain: "lies whole inside the box"
        case .fill: "takes the proportions of the box"
        }
    }
}

extension QRBlock.Correction: ExplainedChoice {
    var summary: String {
        switch self {
        case .low: "about 7 %"
        case .medium: "about 15 %"
        case .quartile: "about 25 %"
        case .high: "about 30 %"
        }
    }
}

extension NodeRole: ExplainedChoice {
    var summary: String {
        switch self {
        case .symbol: "carries meaning: must be whole, in its proportions, in sight and distinct"
        case .decoration: "may be cut off, covered and faint"
        }
    }
}

extension Mirroring: ExplainedChoice {
    var summary: String {
        switch self {
        case .auto: "the layout is mirrored, drawings stay"
        case .always: "the drawing is flipped with all in it; not for texts"
        case .never: "the inside stays laid out from left to right"
        }
    }
}

extension FillRule: ExplainedChoice {
    var summary: String {
        switch self {
        case .nonZero: "parts that the path goes around"
        case .evenOdd: "parts that the path goes around an odd number of times"
        }
    }
}

extension Stroke.Join: ExplainedChoice {
    var summary: String {
        switch self {
        case .miter: "pointed"
        case .round: "round"
        case .bevel: "cut off"
        }
    }
}

extension Stroke.Cap: ExplainedChoice {
    var summary: String {
        switch self {
        case .butt: "ends at its end"
        case .round: "a half circle beyond its end"
        case .square: "half a square beyond its end"
        }
    }
}

extension Stroke.Placement: ExplainedChoice {
    var summary: String {
        switch self {
        case .center: "half on each side of the outline"
        case .inner: "inside the outline"
        case .outer: "outside the outline"
        }
    }
}

extension Gradient.Interpolation: ExplainedChoice {
    var summary: String {
        switch self {
        case .oklab: "even to the eye"
        case .srgb: "as CSS does by default"
        case .linear: "as light mixes"
        }
    }
}

extension Gradient.Spread: ExplainedChoice {
    var summary: String {
        switch self {
        case .pad: "the first and the last colour go on"
        case .repeat: "the gradient begins again"
        case .reflect: "the gradient runs back"
        }
    }
}

extension BlendMode: ExplainedChoice {
    var summary: String { self == .normal ? "over what is below" : "as CSS `mix-blend-mode`" }
}

extension CaptionStep: ExplainedChoice {
    var summary: String {
        switch self {
        case .hashtags: "one after the other, the last first"
        case .mentions: "all of them"
        case .action: "the short sentence that asks for something"
        case .sentences: "one after the other, the last first; the first stays"
        case .link: "the address"
        }
    }
}
