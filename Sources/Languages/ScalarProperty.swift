import CBlueHeartICU

/// A binary property of the Unicode Character Database.
public enum ScalarProperty: Hashable, Sendable {
    /// A pictograph that is shown in colour by default.
    case emojiPresentation
    /// A character that can be shown as a pictograph.
    case emoji
    /// A character without a glyph of its own: joiners, variation selectors, soft hyphens.
    case defaultIgnorable
    case whiteSpace
}

extension ScalarProperty {
    public func holds(for scalar: UInt32) -> Bool {
        icu_has_property(Int32(bitPattern: scalar), icuProperty)
    }

    private var icuProperty: ICUProperty {
        switch self {
        case .emojiPresentation: ICU_EMOJI_PRESENTATION
        case .emoji: ICU_EMOJI
        case .defaultIgnorable: ICU_DEFAULT_IGNORABLE
        case .whiteSpace: ICU_WHITE_SPACE
        }
    }
}

/// True for a scalar used with many scripts: digits, spaces, punctuation, marks, symbols.
public func isSharedByScripts(_ scalar: UInt32) -> Bool {
    icu_script(Int32(bitPattern: scalar)) <= Int32(ICU_SCRIPT_INHERITED)
}
