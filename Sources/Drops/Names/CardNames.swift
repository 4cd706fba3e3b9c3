/// Names for cards without rows in one folder: `statement-en-square`.
///
/// A second card of the same name becomes `statement-en-square-2`.
public struct CardNames {
    private var register = NameRegister()

    public init() {}

    /// A unique file name without its extension.
    public mutating func claim(template: String, language: String, placement: String) -> String {
        let name = NamePattern.flat.path { name in
            switch name {
            case "template": template
            case "language": language
            case "placement": placement
            default: nil
            }
        }
        return register.claim(name)
    }
}
