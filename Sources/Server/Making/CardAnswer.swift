import Engine
import NIOCore
import Words

/// A finished card, ready to be sent again and again.
struct CardAnswer: Sendable {
    let picture: ByteBuffer
    let record: CardRecord

    init(_ card: Card) {
        picture = ByteBuffer(bytes: card.bytes)
        record = card.record
    }

    /// What it takes in memory; the words of a record are a few kilobytes.
    var byteCount: Int { picture.readableBytes + 4_096 }
}
