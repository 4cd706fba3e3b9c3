import Diagnostics
import Placements
public import Scenes

extension NetworkCaption {
    /// The alt text for the network's own field: the long one where the field holds it, for it says
    /// all words of the picture; nil where there is no field.
    public func altText(of words: SceneWords) -> (field: AltField, text: String)? {
        guard let altLimit else { return nil }
        if let long = words.longAlt, !long.isBlank, long.count <= altLimit.value {
            return (.longAlt, long)
        }
        return (.alt, words.alt)
    }

    /// Which of a card's two texts is meant.
    public enum AltField: String, Hashable, Sendable { case alt, longAlt }
}
