import Formats
import HTTPSyntax

/// The format of a placement's that a client likes best.
///
/// - Returns: nil where it refuses all of them.
func preferredFormat(_ header: String?, of available: [ImageFormat]) -> ImageFormat? {
    guard let header else { return available.first }
    let list = AcceptList(header)
    guard !list.choices.isEmpty else { return available.first }
    let weighed = available.map { format in
        (format, list.weight(ofFirst: [format.mediaType, "image/*", "*/*"]))
    }
    // Of equal ones the first, which is the placement's best.
    let best = weighed.reduce(weighed[0]) { $1.1 > $0.1 ? $1 : $0 }
    return best.1 > 0 ? best.0 : nil
}
