public import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartSupport

/// Reads settings: a flag overrides a variable, a variable the file.
public struct SettingsReader: Sendable {
    /// Source of a value.
    public enum Origin: Hashable, Sendable { case standard, file, variable, flag }

    public struct Outcome: Sendable {
        public var settings: ServerSettings
        /// All settings with their values as text and their sources.
        public var shown: [(name: String, value: String, origin: Origin)]
    }

    /// Flags by name.
    public var flags: [String: String]
    /// All variables of the environment.
    public var environment: [String: String]
    public var file: String?

    public init(flags: [String: String], environment: [String: String], file: String?) {
        self.flags = flags
        self.environment = environment
        self.file = file
    }

    /// - Throws: all wrong values with their sources.
    public func read() throws(CardError) -> Outcome {
        let written = try file.map { (path) throws(CardError) in try fileValues(path) } ?? [:]
        var outcome = Outcome(settings: ServerSettings(), shown: [])
        var faults: [Diagnostic] = []
        for setting in Setting.all {
            let (text, origin) = value(of: setting, written)
            do {
                if let text { try setting.apply(&outcome.settings, text) }
            } catch {
                faults.append(fault(setting, text ?? "", origin, expected: error.expected))
            }
            outcome.shown.append((setting.name, text ?? setting.standard, origin))
        }
        faults += inconsistencies(of: outcome.settings)
        guard faults.isEmpty else { throw CardError(.data, faults) }
        return outcome
    }

    private func value(
        of setting: Setting, _ written: [String: String]
    ) -> (String?, Origin) {
        if let text = flags[setting.name] { return (text, .flag) }
        if let text = environment[setting.variable] { return (text, .variable) }
        if let text = written[setting.name] { return (text, .file) }
        return (nil, .standard)
    }

    private func fault(
        _ setting: Setting, _ text: String, _ origin: Origin, expected: String
    ) -> Diagnostic {
        let place =
            switch origin {
            case .flag: "--\(setting.name)"
            case .variable: setting.variable
            case .file, .standard: "\(setting.name) in \(quoted(file ?? "", limit: 200))"
            }
        return Diagnostic(
            code: "bad-setting", "\(place): expected \(expected), found \(quoted(text))")
    }

    private func inconsistencies(of settings: ServerSettings) -> [Diagnostic] {
        guard settings.signatures == .required, settings.keysFile == nil else { return [] }
        return [
            Diagnostic(
                code: "bad-setting", "expected a file of keys for required signatures, found none",
                hint: "name one with --keys")
        ]
    }
}

extension SettingsReader {
    /// Fields of the file as texts.
    private func fileValues(_ path: String) throws(CardError) -> [String: String] {
        let bytes = try InputFile(path).readAll(limit: 1 << 16)
        let root = try JSONDocument.read(bytes, file: path, kind: .data)
        var object = ObjectReader(root, at: JSONPath(), kind: .data)
        object.allow("$schema")
        var values: [String: String] = [:]
        for setting in Setting.all {
            values[setting.name] = object.optional(setting.name) {
                (node, path) throws(CardError) in try text(of: node, at: path)
            }
        }
        try object.finish()
        return values
    }

    /// A string, a number, or an array of strings.
    private func text(of node: JSONNode, at path: JSONPath) throws(CardError) -> String {
        switch node.value {
        case .string(let text): return text
        case .number(let number): return number.text
        case .array(let elements):
            let parts = try elements.map { (element) throws(CardError) in
                try element.string(at: path)
            }
            return parts.joined(separator: ",")
        default: throw node.wrongType(expected: "a string, a number or an array", at: path)
        }
    }
}
