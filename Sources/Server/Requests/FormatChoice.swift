import BlueHeartFormats
import BlueHeartHTTPSyntax

/// The available format that a client prefers.
///
/// - Returns: nil if the header excludes all of them.
func preferredFormat(_ header: String?, of available: [ImageFormat]) -> ImageFormat? {
    guard let header else { return available.first }
    let list = AcceptList(header)
    guard !list.choices.isEmpty else { return available.first }
    let weighed = available.map { format in
        (format, list.weight(ofFirst: [format.mediaType, "image/*", "*/*"]))
    }
    // Of equal weights the first, the placement's best.
    let best = weighed.reduce(weighed[0]) { $1.1 > $0.1 ? $1 : $0 }
    return best.1 > 0 ? best.0 : nil
}
