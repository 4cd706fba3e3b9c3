/// Finished cards up to a number of bytes, of which a flood of new ones drives out no popular one.
///
/// A new card first lies in a small hall, where the one not asked for longest must leave. It then
/// gets a place only where there is room, or where it was asked for more often lately than the one
/// it would drive out. Cards that are asked for once each pass through the hall and are gone.
///
/// - Source: G. Einziger, R. Friedman, B. Manes, "TinyLFU: A Highly Efficient Cache Admission
///   Policy", 2017 (window and main room).
struct CardShelf {
    /// The part of all bytes that is the hall's.
    private static let hallPart = 8

    private let limit: Int
    private var hall = RecencyList<CardKey, CardAnswer>()
    private var room = RecencyList<CardKey, CardAnswer>()
    private var hallBytes = 0
    private var roomBytes = 0
    private var sketch = FrequencySketch()

    /// - Parameter limit: of all cards together, in bytes.
    init(limit: Int) { self.limit = limit }

    var byteCount: Int { hallBytes + roomBytes }
    var count: Int { hall.count + room.count }

    /// A card that is asked for.
    mutating func take(_ key: CardKey) -> CardAnswer? {
        sketch.note(key)
        return room.use(key) ?? hall.use(key)
    }

    func peek(_ key: CardKey) -> CardAnswer? { room.peek(key) ?? hall.peek(key) }

    /// Keeps a card, if only for a while; one that is larger than the hall is not kept.
    mutating func put(_ answer: CardAnswer, for key: CardKey) {
        guard answer.byteCount <= limit / Self.hallPart, peek(key) == nil else { return }
        hall.insert(answer, for: key)
        hallBytes += answer.byteCount
        while hallBytes > limit / Self.hallPart, let oldest = hall.oldestKey,
            let leaving = hall.remove(oldest)
        {
            hallBytes -= leaving.byteCount
            admit(leaving, for: oldest)
        }
    }

    private mutating func admit(_ answer: CardAnswer, for key: CardKey) {
        let roomLimit = limit - limit / Self.hallPart
        while roomBytes + answer.byteCount > roomLimit, let rival = room.oldestKey {
            guard sketch.estimate(key) > sketch.estimate(rival) else { return }
            roomBytes -= room.remove(rival)?.byteCount ?? 0
        }
        room.insert(answer, for: key)
        roomBytes += answer.byteCount
    }
}
