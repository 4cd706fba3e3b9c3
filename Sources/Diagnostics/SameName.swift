/// Whether both are the same bytes.
///
/// Cost: linear, where `==` of strings is quadratic on what strangers write: long runs of
/// combining marks.
public func isSameName(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
}
