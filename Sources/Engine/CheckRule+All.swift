public import BlueHeartDiagnostics
import BlueHeartSight
import BlueHeartWords

extension CheckRule {
    /// Every rule that cards are held to: those of words, then those of pictures.
    public static let all = wordsRules + pictureRules
}
