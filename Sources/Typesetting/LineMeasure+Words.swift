import BlueHeartLanguages

extension LineMeasure {
    /// The segments of a text with the ideographs of each word together; nil if that changes
    /// nothing.
    ///
    /// Lines of Chinese and Japanese may break between any two characters, and running text does; a
    /// headline reads better with whole words.
    func segmentsOfIdeographicWords() -> [Segment]? {
        let segments = text.ideographicWords ?? joinedIdeographs()
        text.ideographicWords = segments
        return segments.isEmpty ? nil : segments
    }

    private func joinedIdeographs() -> [Segment] {
        guard text.runs.contains(where: \.script.isIdeographic) else { return [] }
        let units = text.source.text
        var breaks = text.breaks
        for word in words() where units[word.lowerBound] >= 0x2E80 {
            for place in word.dropFirst() where breaks[place] == .allowed {
                breaks[place] = .forbidden
            }
        }
        guard breaks != text.breaks else { return [] }
        return Segment.all(of: units, breaks: breaks, hyphenationPoints: [], runs: text.runs)
    }
}
