/// The pieces of a message as they come, those inside marks by themselves.
struct MessageBuilder {
    /// A mark that is not closed yet, and where it opened.
    struct Opening {
        var mark: Mark
        var offset: Int
    }

    /// Text in UTF-8.
    private var text: [UInt8] = []
    /// Pieces of the message and of each open mark, outermost first.
    private var levels: [[Message.Piece]] = [[]]
    /// Outermost first; none twice.
    private(set) var openings: [Opening] = []

    mutating func append(_ scalar: Unicode.Scalar) { text.append(contentsOf: scalar.utf8) }

    mutating func append(_ scalars: some Sequence<Unicode.Scalar>) {
        for scalar in scalars { append(scalar) }
    }

    mutating func append(_ piece: Message.Piece) {
        flush()
        levels[levels.count - 1].append(piece)
    }

    func isOpen(_ mark: Mark) -> Bool { openings.contains { $0.mark == mark } }

    mutating func begin(_ mark: Mark, at offset: Int) {
        flush()
        openings.append(Opening(mark: mark, offset: offset))
        levels.append([])
    }

    /// Closes the innermost mark.
    ///
    /// - Returns: whether there was something inside.
    mutating func end() -> Bool {
        flush()
        let inner = levels.removeLast()
        let opening = openings.removeLast()
        levels[levels.count - 1].append(.marked(opening.mark, Message(inner)))
        return !inner.isEmpty
    }

    /// The message, once every mark is closed.
    mutating func message() -> Message {
        flush()
        precondition(levels.count == 1, "\(levels.count - 1) marks are still open")
        return Message(levels[0])
    }

    private mutating func flush() {
        guard !text.isEmpty else { return }
        levels[levels.count - 1].append(.text(String(decoding: text, as: UTF8.self)))
        text = []
    }
}
