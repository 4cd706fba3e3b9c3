/// Names of properties.
enum Property {
    /// The attributes that stand for properties of style sheets.
    static let attributes: Set<String> = inherited.union(notInherited)

    /// Passed on from an element to those inside.
    static let inherited: Set<String> = [
        "clip-rule", "color", "color-interpolation", "color-interpolation-filters", "direction",
        "dominant-baseline", "fill", "fill-opacity", "fill-rule", "font", "font-family",
        "font-feature-settings", "font-kerning", "font-size", "font-stretch", "font-style",
        "font-variant", "font-variation-settings", "font-weight", "image-rendering",
        "letter-spacing", "marker-end", "marker-mid", "marker-start", "paint-order",
        "shape-rendering", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
        "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor",
        "text-rendering", "visibility", "word-spacing", "writing-mode", "kerning",
        "font-size-adjust", "font-synthesis", "text-orientation",
    ]

    static let notInherited: Set<String> = [
        "alignment-baseline", "background-color", "baseline-shift", "clip-path", "display",
        "filter", "flood-color", "flood-opacity", "lighting-color", "mask", "mask-type", "opacity",
        "overflow", "stop-color", "stop-opacity",
        "text-decoration", "transform", "transform-origin", "transform-box", "unicode-bidi",
        "vector-effect", "enable-background", "clip",
    ]
}
