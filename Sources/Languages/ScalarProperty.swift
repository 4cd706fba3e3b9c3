import CICU

/// What the Unicode Character Database says of a scalar.
public enum ScalarProperty: Hashable, Sendable {
    /// A pictograph that is meant in colour unless told otherwise.
    case emojiPresentation
    /// May be meant as a pictograph.
    case emoji
    /// Has no shape of its own: joiners, variation selectors, soft hyphens.
    case defaultIgnorable
    case whiteSpace
}

extension ScalarProperty {
    public func holds(for scalar: UInt32) -> Bool {
        icu_has_property(Int32(bitPattern: scalar), icuProperty)
    }

    private var icuProperty: UProperty {
        switch self {
        case .emojiPresentation: UCHAR_EMOJI_PRESENTATION
        case .emoji: UCHAR_EMOJI
        case .defaultIgnorable: UCHAR_DEFAULT_IGNORABLE_CODE_POINT
        case .whiteSpace: UCHAR_WHITE_SPACE
        }
    }
}

/// Whether a scalar is used with many scripts: digits, spaces, punctuation, marks, symbols.
public func isSharedByScripts(_ scalar: UInt32) -> Bool {
    icu_script(Int32(bitPattern: scalar)) <= Int32(USCRIPT_INHERITED.rawValue)
}
