/// The last paragraphs a typesetter has shaped, at most 256 of them and 64 Ki characters.
struct PreparedTextCache {
    private var entries: [StyledText: PreparedText] = [:]
    private var units = 0

    /// When full, everything is dropped: what a batch uses again comes back with its next card.
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
