/// Cache of the last paragraphs shaped by a typesetter, at most 256 of them and 64 Ki characters.
struct PreparedTextCache {
    private var entries: [StyledText: PreparedText] = [:]
    private var units = 0

    /// A full cache is emptied: a batch fills it again with its next card.
    subscript(source: StyledText) -> PreparedText? {
        get { entries[source] }
        set {
            let isFull = entries.count >= 256 || units + source.text.count > 65_536
            if isFull { (entries, units) = ([:], 0) }
            entries[source] = newValue
            units += source.text.count
        }
    }
}
