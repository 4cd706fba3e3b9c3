import BlueHeartDiagnostics

/// A setting: a flag, a variable of the environment and a field of the settings file.
public struct Setting: Sendable {
    /// Name of the flag, without its dashes, and of the field: `cache-mib`.
    public let name: String
    public let placeholder: String
    public let help: String
    /// Default value as text; empty for none.
    let standard: String
    public var standardText: String { standard }
    let apply: @Sendable (inout ServerSettings, String) throws(SettingFault) -> Void

    /// Name of the variable: `BLUEHEART_CACHE_MIB`.
    public var variable: String {
        "BLUEHEART_"
            + String(name.map { $0 == "-" ? "_" : $0 }).uppercased()
    }

    init(
        _ name: String, _ placeholder: String, standard: String, _ help: String,
        apply: @escaping @Sendable (inout ServerSettings, String) throws(SettingFault) -> Void
    ) {
        self.name = name
        self.placeholder = placeholder
        self.help = help
        self.standard = standard
        self.apply = apply
    }
}

/// Fault of a value: the expected values.
struct SettingFault: Error, Hashable { var expected: String }

extension Setting {
    static func whole(
        _ name: String, _ placeholder: String, in range: ClosedRange<Int>, times unit: Int = 1,
        to field: any WritableKeyPath<ServerSettings, Int> & Sendable, _ help: String
    ) -> Setting {
        let standard = ServerSettings()[keyPath: field] / unit
        return Setting(name, placeholder, standard: String(standard), help) {
            (settings, text) throws(SettingFault) in
            guard let number = Int(text), range.contains(number) else {
                throw SettingFault(
                    expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            settings[keyPath: field] = number * unit
        }
    }

    static func choice<Value: CaseIterable & RawRepresentable<String> & SendableMetatype>(
        _ name: String, to field: any WritableKeyPath<ServerSettings, Value> & Sendable,
        _ help: String
    ) -> Setting {
        let names = Value.allCases.map(\.rawValue)
        let standard = ServerSettings()[keyPath: field].rawValue
        return Setting(name, names.joined(separator: "|"), standard: standard, help) {
            (settings, text) throws(SettingFault) in
            guard let value = Value(rawValue: text) else {
                throw SettingFault(expected: "one of " + names.joined(separator: ", "))
            }
            settings[keyPath: field] = value
        }
    }
}
