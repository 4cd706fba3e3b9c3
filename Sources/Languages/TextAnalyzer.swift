import CBlueHeartICU

/// Finds the boundaries of lines, words and characters, bidi levels and scripts of a text.
///
/// Owned by one worker at a time: it keeps ICU's iterators open and reuses them. All offsets count
/// UTF-16 units. Nothing here reads or changes the process's locale.
@safe public final class TextAnalyzer {
    private let bidi: OpaquePointer
    private var iterators: [IteratorKey: OpaquePointer] = unsafe [:]
    /// Scripts by ICU's script code.
    private var scripts: [Int32: Script] = [:]

    struct IteratorKey: Hashable {
        var kind: UInt32
        var language: String
    }

    public init() {
        guard let bidi = unsafe icu_bidi_open() else { preconditionFailure("no memory for bidi") }
        unsafe self.bidi = unsafe bidi
    }

    deinit {
        unsafe icu_bidi_close(bidi)
        unsafe iterators.values.forEach { unsafe icu_breaks_close($0) }
    }
}

extension TextAnalyzer {
    /// Offsets of grapheme cluster boundaries, including the end of the text; in ascending order.
    ///
    /// Source: Unicode Standard Annex 29, extended grapheme clusters.
    public func characterBoundaries(in text: [UInt16]) -> [Int] {
        var boundaries = [0]
        forEachBoundary(ICU_BREAK_CHARACTER, in: text, language: nil) { offset, _ in
            boundaries.append(offset)
        }
        return boundaries
    }

    /// The words of a text, without spaces and punctuation.
    ///
    /// Source: Unicode Standard Annex 29; dictionaries for languages without spaces.
    public func words(in text: [UInt16], language: Language) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        forEachBoundary(ICU_BREAK_WORD, in: text, language: language) { offset, rule in
            if rule >= Int32(ICU_WORD_LEAST) { words.append(start..<offset) }
            start = offset
        }
        return words
    }

    /// The sentences of a text, each with its trailing spaces.
    ///
    /// Source: Unicode Standard Annex 29.
    public func sentences(in text: [UInt16], language: Language) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        forEachBoundary(ICU_BREAK_SENTENCE, in: text, language: language) { offset, _ in
            sentences.append(start..<offset)
            start = offset
        }
        return sentences
    }

    /// Calls `body` with the offset and the rule status of each boundary after 0.
    func forEachBoundary(
        _ kind: ICUBreakKind, in text: [UInt16], language: Language?,
        _ body: (Int, Int32) -> Void
    ) {
        guard !text.isEmpty else { return }
        let iterator = unsafe iterator(kind, for: language)
        unsafe text.withUnsafeBufferPointer { units in
            var status: Int32 = 0
            // SAFETY: the iterator keeps the pointer; it is not used after this closure.
            unsafe icu_breaks_set_text(iterator, units.baseAddress, Int32(units.count), &status)
            checkICU(status)
            while true {
                let offset = unsafe icu_breaks_next(iterator)
                guard offset >= 0 else { break }
                body(Int(offset), unsafe icu_breaks_rule(iterator))
            }
        }
    }

    private func iterator(_ kind: ICUBreakKind, for language: Language?) -> OpaquePointer {
        let key = IteratorKey(kind: UInt32(kind.rawValue), language: language?.tag ?? "")
        if let open = unsafe iterators[key] { return unsafe open }
        var status: Int32 = 0
        let opened = unsafe icu_breaks_open(kind, localeOfBreaks(kind, language), &status)
        checkICU(status)
        guard let opened = unsafe opened else { preconditionFailure("no break iterator") }
        unsafe iterators[key] = unsafe opened
        return unsafe opened
    }
}

/// ICU locale for break iterators; selects the strict line-break rules for Japanese: no line begins
/// with a small kana or a prolonged sound mark.
private func localeOfBreaks(_ kind: ICUBreakKind, _ language: Language?) -> String {
    guard let language else { return "" }
    let isStrict = kind == ICU_BREAK_LINE && language.primaryTag == "ja"
    return isStrict ? language.locale + "@lb=strict" : language.locale
}

// MARK: - Direction

extension TextAnalyzer {
    /// The embedding level of each UTF-16 unit: even runs left to right, odd right to left.
    ///
    /// Source: Unicode Standard Annex 9, isolates included.
    public func bidiLevels(in text: [UInt16], base: TextDirection) -> [UInt8] {
        guard !text.isEmpty else { return [] }
        var status: Int32 = 0
        return unsafe text.withUnsafeBufferPointer { units in
            let level: UInt8 = base == .rightToLeft ? 1 : 0
            // SAFETY: `bidi` keeps the pointer; the levels are copied before the closure ends.
            unsafe icu_bidi_set_text(bidi, units.baseAddress, Int32(units.count), level, &status)
            let levels = unsafe icu_bidi_levels(bidi, &status)
            checkICU(status)
            return unsafe Array(UnsafeBufferPointer(start: levels, count: units.count))
        }
    }

    /// The visual order, left to right, of runs with these levels on a line.
    public static func visualOrder(ofLevels levels: [UInt8]) -> [Int] {
        guard levels.count > 1 else { return Array(levels.indices) }
        var order = [Int32](repeating: 0, count: levels.count)
        // SAFETY: both arrays have `levels.count` elements.
        unsafe icu_bidi_visual_order(levels, Int32(levels.count), &order)
        return order.map(Int.init)
    }
}

// MARK: - Scripts

/// A part of a text in one script.
public struct ScriptRun: Hashable, Sendable {
    public var range: Range<Int>
    public var script: Script
}

extension TextAnalyzer {
    /// The text split by script; characters without a script join the run before them.
    ///
    /// At the start they join the first script after them; brackets close in the script in which
    /// they opened. `common` if the text has no script at all. Source: Unicode Standard Annex 24.
    public func scriptRuns(in text: [UInt16]) -> [ScriptRun] {
        var resolver = ScriptResolver()
        var offset = 0
        for scalar in UTF16Scalars(text) {
            resolver.take(Int32(bitPattern: scalar.value), at: offset)
            offset += scalar.width
        }
        return resolver.finish(at: offset).map {
            ScriptRun(range: $0.range, script: script(forICUCode: $0.code))
        }
    }

    private func script(forICUCode code: Int32) -> Script {
        if let known = scripts[code] { return known }
        let script = Script(icuCode: code)
        scripts[code] = script
        return script
    }
}
