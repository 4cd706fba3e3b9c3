import BlueHeartEngine
import BlueHeartWords
import NIOCore

/// A rendered card as the server keeps and sends it.
struct CachedCard: Sendable {
    let picture: ByteBuffer
    let record: CardRecord

    init(_ card: Card) {
        picture = ByteBuffer(bytes: card.bytes)
        record = card.record
    }

    /// Estimated memory in bytes; a record is a few kilobytes.
    var byteCount: Int { picture.readableBytes + 4_096 }
}
