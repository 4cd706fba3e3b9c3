import BlueHeartDiagnostics
import BlueHeartHTTPSyntax
import BlueHeartTestbench
import Testing

@testable import BlueHeartServer

@Suite struct SettingsReaderTests {
    private func read(
        flags: [String: String] = [:], environment: [String: String] = [:], file: String? = nil
    ) throws -> SettingsReader.Outcome {
        try SettingsReader(flags: flags, environment: environment, file: file).read()
    }

    private func faults(
        flags: [String: String] = [:], environment: [String: String] = [:], file: String? = nil
    ) -> [String] {
        let error = #expect(throws: CardError.self) {
            try read(flags: flags, environment: environment, file: file)
        }
        return error?.diagnostics.map { "\($0.code): \($0.message)" } ?? []
    }

    @Test func aFlagCountsBeforeAVariableAndAVariableBeforeTheFile() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write(
            "{\"queue\": 1, \"burst\": 2, \"port\": \"3\"}", to: "server.json")
        let outcome = try read(
            flags: ["queue": "7"], environment: ["BLUEHEART_QUEUE": "8", "BLUEHEART_BURST": "9"],
            file: file)
        #expect(outcome.settings.queue == 7 && outcome.settings.burst == 9)
        #expect(outcome.settings.port == 3 && outcome.settings.uploads == 4)
        let origins = Dictionary(uniqueKeysWithValues: outcome.shown.map { ($0.name, $0.origin) })
        #expect(origins["queue"] == .flag && origins["burst"] == .variable)
        #expect(origins["port"] == .file && origins["uploads"] == .standard)
    }

    @Test func nothingSetIsTheStandard() throws {
        let outcome = try read()
        #expect(outcome.settings == ServerSettings())
        #expect(outcome.shown.map(\.name) == Setting.all.map(\.name))
        #expect(Set(outcome.shown.map(\.origin)) == [.standard])
    }

    /// Its standard, as text, sets what the standard is.
    @Test(arguments: Setting.all.map(\.name))
    func everySettingReadsItsStandard(name: String) throws {
        let setting = try #require(Setting.all.first { $0.name == name })
        var settings = ServerSettings()
        // Workers are as many as the machine has cores.
        try setting.apply(&settings, setting.standardText)
        #expect(settings == ServerSettings())
        #expect(!setting.help.isEmpty && setting.variable.hasPrefix("BLUEHEART_"))
    }

    @Test func valuesAreRead() throws {
        let settings = try read(flags: [
            "cache-mib": "2", "personal-cache-mib": "3", "photo-mib": "4", "rate": "0.5",
            "trusted-proxies": "10.0.0.0/8, ::1", "client-header": "X-Real-IP", "keys": "keys.json",
            "signatures": "required", "log-level": "debug", "site": "https://cards.example.org",
            "host": "::1",
        ]).settings
        #expect(settings.sharedCacheBytes == 2 << 20 && settings.personalCacheBytes == 3 << 20)
        #expect(settings.photoBytes == 4 << 20 && settings.requestsPerSecond == 0.5)
        #expect(
            settings.trustedProxies
                == [AddressRange("10.0.0.0/8"), AddressRange("::1")]
                .compactMap(\.self))
        #expect(settings.clientHeader == "x-real-ip" && settings.keysFile == "keys.json")
        #expect(settings.signatures == .required && settings.logLevel == .debug)
        #expect(settings.site == "https://cards.example.org" && settings.host == "::1")
    }

    @Test(arguments: [
        ("port", "65536"), ("port", "-1"), ("port", "80x"), ("workers", "0"), ("workers", "257"),
        ("queue", "0"), ("uploads", ""), ("rate", "nan"), ("rate", "-1"), ("rate", "fast"),
        ("burst", "0"), ("trusted-proxies", "10.0.0.0/8,x"), ("client-header", "a b"),
        ("client-header", ""), ("signatures", "maybe"), ("log-level", "loud"), ("host", ""),
        ("host", "a b"), ("site", "cards.example"), ("site", "https://"),
        ("site", "https://a/b"), ("request-seconds", "0"), ("drain-seconds", "3601"),
    ])
    func aWrongValueIsToldWithItsPlace(name: String, value: String) throws {
        let flag = faults(flags: [name: value])
        #expect(flag.count == 1 && flag[0].hasPrefix("bad-setting: --\(name): expected "))
        let setting = try #require(Setting.all.first { $0.name == name })
        let variable = faults(environment: [setting.variable: value])
        #expect(variable.first?.hasPrefix("bad-setting: \(setting.variable): expected ") == true)
    }

    @Test func allFaultsAreTold() {
        #expect(faults(flags: ["port": "x", "queue": "y"]).count == 2)
    }

    @Test func requiredSignaturesNeedKeys() {
        #expect(
            faults(flags: ["signatures": "required"]).first?.contains("expected a file of keys")
                == true)
    }

    @Test func theFileTellsItsFaultsByLine() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write("{\n\"prot\": 1, \"queue\": true}", to: "server.json")
        let error = #expect(throws: CardError.self) { try read(file: file) }
        let diagnostics = try #require(error?.diagnostics)
        #expect(diagnostics.map(\.code).sorted() == ["unknown-field", "wrong-type"])
        #expect(diagnostics.allSatisfy { $0.location?.line == 2 })
        try scratch.write("{\"trusted-proxies\": [\"10.0.0.1\", \"::1\"]}", to: "server.json")
        #expect(try read(file: file).settings.trustedProxies.count == 2)
        #expect(throws: CardError.self) { try read(file: scratch.path + "/none.json") }
    }
}
