import BlueHeartDiagnostics
import BlueHeartPlacements
public import BlueHeartScenes

extension NetworkCaption {
    /// The alt text for the network's field: the long one if it fits, because it contains all words
    /// of the picture; nil if there is no field.
    public func altText(of words: SceneWords) -> (field: AltField, text: String)? {
        guard let altLimit else { return nil }
        if let long = words.longAlt, !long.isBlank, long.count <= altLimit.value {
            return (.longAlt, long)
        }
        return (.alt, words.alt)
    }

    /// The two alt texts of a card.
    public enum AltField: String, Hashable, Sendable { case alt, longAlt }
}
