import CBlueHeartICU

/// Assigns a script to each scalar; a scalar without a script gets that of its neighbours.
struct ScriptResolver {
    private(set) var runs: [(range: Range<Int>, code: Int32)] = []
    private var start = 0
    private var current: Int32?
    /// Open brackets with the script in which they opened; at most the newest 32.
    private var brackets: [(closing: Int32, code: Int32)] = []

    private static let common = Int32(ICU_SCRIPT_COMMON)
    private static let inherited = Int32(ICU_SCRIPT_INHERITED)

    mutating func take(_ scalar: Int32, at offset: Int) {
        var code = icu_script(scalar)
        if code == Self.common, scalar > 0x20 { code = scriptOfBracket(scalar) ?? code }
        guard code != Self.common, code != Self.inherited else { return }
        guard let open = current else {
            current = code
            settleBrackets(in: code)
            return
        }
        guard open != code else { return }
        // A mark or symbol used in the current script does not end its run.
        if icu_has_script(scalar, open), icu_script_extensions_count(scalar) > 1 { return }
        runs.append((start..<offset, open))
        start = offset
        current = code
    }

    func finish(at end: Int) -> [(range: Range<Int>, code: Int32)] {
        guard end > start else { return runs }
        return runs + [(start..<end, current ?? Self.common)]
    }

    /// Records an opening bracket; for a closing one, returns the script in which its partner
    /// opened.
    private mutating func scriptOfBracket(_ scalar: Int32) -> Int32? {
        switch icu_pair_type(scalar) {
        case Int32(ICU_BRACKET_OPEN):
            if brackets.count == 32 { brackets.removeFirst() }
            brackets.append((icu_paired_bracket(scalar), current ?? Self.common))
            return nil
        case Int32(ICU_BRACKET_CLOSE):
            guard let place = brackets.lastIndex(where: { $0.closing == scalar }) else {
                return nil
            }
            let code = brackets[place].code
            brackets.removeSubrange(place...)
            return code == Self.common ? nil : code
        default: return nil
        }
    }

    /// Assigns brackets opened before any script to the first script.
    private mutating func settleBrackets(in code: Int32) {
        for index in brackets.indices where brackets[index].code == Self.common {
            brackets[index].code = code
        }
    }
}

private func icu_script_extensions_count(_ scalar: Int32) -> Int32 {
    icu_script_extensions(scalar, nil, 0)
}
