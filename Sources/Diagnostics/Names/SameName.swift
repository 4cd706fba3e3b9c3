/// True if both have the same bytes.
///
/// - Cost: linear, where `==` of strings is quadratic for untrusted text with long runs of
///   combining marks.
public func isSameName(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    let (left, right) = (left.utf8Span.span, right.utf8Span.span)
    for index in left.indices where left[index] != right[index] { return false }
    return true
}
