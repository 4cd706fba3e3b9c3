public import BlueHeartDiagnostics
import BlueHeartJSON

/// The names that a file's values may use, and the place for what is found while reading them.
package struct ReadContext {
    var kit: Kit
    /// Parameters in the order of the template; empty while a kit is read.
    var parameters: [Parameter] = []
    /// The repeat around the value; nil outside of one.
    var loop: Loop?
    /// True in a kit, whose conditions may name parameters that a template does not have.
    var toleratesUnknownParameters = false
    /// Nil where a file's variants cannot be read yet.
    var variants: VariantScope?
    /// True inside a change, where `null` takes a value away.
    var isChange = false
    /// The checks whose severities a kit may change.
    var rules: [CheckRule] = []
    let findings: ReadFindings

    /// The innermost repeat around a node.
    enum Loop: Sendable {
        case counted
        /// A loop over sentences: `{item}` is one of them.
        case sentences
        /// A loop over a list parameter, by its index.
        case list(Int)
    }

    init(_ kit: Kit, _ findings: ReadFindings) {
        self.kit = kit
        self.findings = findings
    }

    var messages: MessageScope {
        MessageScope(parameters: parameters, values: kit.sentenceValues, loop: loop)
    }
}

/// Everything that reading one file finds out beside its values.
///
/// Owned by the reading; ends with it.
final class ReadFindings {
    var faults: [Diagnostic] = []
    var uses: [WordUse] = []
    var placements: [PlacementUse] = []
    var sources: [SourceUse] = []
    var conditions: [ConditionNames] = []
}

/// The placements or languages that a condition names, of which a card must be able to have one.
struct ConditionNames {
    enum Kind: String { case placement, language }

    var kind: Kind
    /// Names of families too.
    var names: [String]
    var node: JSONNode
    var path: JSONPath
}

/// A name of a placement in a condition or a list.
struct PlacementUse: Sendable {
    var name: String
    var node: JSONNode
    var path: JSONPath
}

/// A file of the kit's artwork that a template names.
public struct SourceUse: Sendable {
    public let name: String
    public let location: SourceLocation
    public let path: JSONPath

    /// True for a picture that lies beside the template's file: `./photo.jpg`.
    public var isBesideTemplate: Bool { name.hasASCIIPrefix("./") }
}
