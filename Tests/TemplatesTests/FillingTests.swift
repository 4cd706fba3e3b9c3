import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTemplates
import Testing

@Suite struct FillingTests {
    private func codes(_ parameter: String, _ value: String?) throws -> [String] {
        var sketch = Sketch(#"{ "type": "frame" }"#)
        sketch.parameters = #"{ "p": { \#(parameter) } }"#
        var filling = ParameterValues()
        if let value { filling.set("p", to: value) }
        let template = try sketch.template()
        let faults = template.faults(of: filling, kit: try Fixture.kit())
        do {
            _ = try sketch.root(filling)
            #expect(faults.isEmpty)
        } catch let error as CardError {
            #expect(error.kind == .data)
            #expect(error.diagnostics == faults)
        }
        return faults.map(\.code)
    }

    @Test(arguments: [
        (#""type": "text", "required": true"#, nil, "missing-parameter"),
        (#""type": "text", "required": true"#, "  ", "missing-parameter"),
        (#""type": "text", "maxLength": 3"#, "four", "text-too-long"),
        (#""type": "text", "required": true"#, "\u{200D}\u{200B} \u{AD}", "missing-parameter"),
        (#""type": "text""#, "a\u{FFFD}b", "lost-character"),
        (#""type": "text""#, "a\u{E0041}b", "control-character"),
        (#""type": "text""#, "a\nb", "control-character"),
        (#""type": "text""#, "a\u{202E}b", "control-character"),
        (#""type": "text""#, "a\u{2068}b", "control-character"),
        (#""type": "text""#, "a\u{0}b", "control-character"),
        (#""type": "text""#, "a" + String(repeating: "\u{301}", count: 9), "too-many-marks"),
        (#""type": "number""#, "1,000", "bad-number"), (#""type": "number""#, "nan", "bad-number"),
        (#""type": "number""#, "0x10", "bad-number"), (#""type": "number""#, "1e3", "bad-number"),
        (#""type": "number""#, "--1", "bad-number"),
        (#""type": "number""#, "1000000000001", "out-of-range"),
        (#""type": "number", "maximum": 5"#, "5.1", "out-of-range"),
        (#""type": "number", "minimum": 5"#, "-5", "out-of-range"),
        (#""type": "color""#, "#12", "bad-color"), (#""type": "color""#, "red", "bad-color"),
        (#""type": "date""#, "2026-2-30", "bad-date"),
        (#""type": "date", "latest": "2026-01-01""#, "2026-01-02", "out-of-range"),
        (#""type": "date", "earliest": "2026-01-01""#, "2025-12-31", "out-of-range"),
        (#""type": "choice", "choices": ["a"]"#, "A", "unknown-choice"),
        (#""type": "link""#, "javascript:alert(1)", "bad-link"),
        (#""type": "link""#, "https://", "bad-link"),
        (#""type": "link""#, "https://user@evil.example", "bad-link"),
        (#""type": "link""#, "https://a.example/ b", "bad-link"),
        (#""type": "country""#, "sk", "unknown-country"),
        (#""type": "country""#, "ZZZ", "unknown-country"),
        (#""type": "image""#, "../a.png", "path-leaves-kit"),
        (#""type": "image""#, "/etc/passwd", "path-leaves-kit"),
        (#""type": "image""#, "a//b.png", "path-leaves-kit"),
        (#""type": "image""#, "a\\b.png", "path-leaves-kit"),
        (#""type": "image""#, "file:a.png", "path-leaves-kit"),
    ])
    func whatCannotBeTakenIsToldByName(parameter: String, value: String?, code: String) throws {
        #expect(try codes(parameter, value) == [code])
    }

    @Test func aTextHasAtMost4096Scalars() throws {
        let longest = String(repeating: "a", count: 4_096)
        #expect(try codes(#""type": "text""#, longest) == [])
        #expect(try codes(#""type": "text""#, longest + "a") == ["text-too-long"])
    }

    @Test(arguments: [
        (#""type": "text", "multiline": true"#, "a\nb"), (#""type": "text""#, "Ñandú O'Neil آنا 李"),
        (#""type": "text", "maxLength": 2"#, "👩‍👩‍👧🇸🇰"), (#""type": "text""#, "e\u{301}\u{308}"),
        (#""type": "text""#, "🏴󠁧󠁢󠁳󠁣󠁴󠁿 می‌خواهم 葛\u{E0100}"),
        (#""type": "number""#, "-0.5"), (#""type": "number""#, "27600000"),
        (#""type": "color""#, "reed"), (#""type": "color""#, "#A0b1C2"),
        (#""type": "date""#, "2028-02-29"), (#""type": "choice", "choices": ["a"]"#, "a"),
        (#""type": "link""#, "http://a.example?b=c#d"), (#""type": "country""#, "SK"),
        (#""type": "image""#, "people/ana b.jpg"),
        (#""type": "text", "required": true, "default": "x""#, ""),
    ])
    func whatPeopleWriteIsTaken(parameter: String, value: String) throws {
        #expect(try codes(parameter, value) == [])
    }

    @Test func theProgramMayNameItsOwnPictures() throws {
        var sketch = Sketch(#"{ "type": "image", "source": "{p}" }"#)
        sketch.parameters = #"{ "p": { "type": "image" } }"#
        let filling = ParameterValues([.init("p", "/tmp/upload-1", form: .picture)])
        guard case .image(let block) = try sketch.root(filling).content else { throw Unexpected() }
        #expect(block.image.name == "/tmp/upload-1")
    }

    @Test func aCompanionIsNeededOnlyWithTheOther() throws {
        var sketch = Sketch(#"{ "type": "frame" }"#)
        sketch.parameters = """
            { "photo": { "type": "text" }, "credit": { "type": "text", "requiredWith": "photo" },
              "place": { "type": "text", "requiredWith": "photo", "default": "Nitra" } }
            """
        func faults(_ filling: ParameterValues) throws -> [Diagnostic] {
            let faults = try sketch.template().faults(of: filling, kit: try Fixture.kit())
            if faults.isEmpty { _ = try sketch.root(filling) }
            return faults
        }
        #expect(try faults([:]) == [])
        #expect(try faults(["photo": " "]) == [])
        #expect(try faults(["photo": "a.jpg", "credit": "Ana"]) == [])
        let alone = try faults(["photo": "a.jpg"])
        #expect(alone.map(\.code) == ["missing-parameter"])
        #expect(alone[0].message.hasSuffix(#"needs the parameter "credit" with "photo""#))
        #expect(alone[0].path.description == "credit")
        #expect(throws: CardError(.data, alone)) { try sketch.root(["photo": "a.jpg"]) }
    }

    @Test func anUnknownNameHasASuggestionAndItsPlace() throws {
        let place = SourceLocation(file: "rows.csv", line: 3, column: 1)
        var filling: ParameterValues = ["name": "Ana"]
        filling.set(.init("contry", "SK", source: .row(place)))
        let faults = try Fixture.pledge().faults(of: filling, kit: try Fixture.kit())
        #expect(faults.map(\.code) == ["unknown-parameter"])
        #expect(faults[0].location == place)
        #expect(faults[0].hint == #"did you mean "country"?"#)
    }

    @Test func everyFaultIsToldAtOnce() throws {
        let filling: ParameterValues = ["days": "9", "since": "soon", "nme": "Ana"]
        let faults = try Fixture.pledge().faults(of: filling, kit: try Fixture.kit())
        #expect(
            faults.map(\.code) == [
                "missing-parameter", "out-of-range", "bad-date", "unknown-parameter",
            ])
    }

    /// `==` of strings takes seconds here; names and values are compared by their bytes.
    @Test(.timeLimit(.minutes(1)))
    func longRunsOfMarksTakeNoTime() throws {
        let marks = String(repeating: "\u{301}\u{316}", count: 100_000)
        let filling: ParameterValues = ["a" + marks: "x", "name": marks]
        let faults = try Fixture.pledge().faults(of: filling, kit: try Fixture.kit())
        #expect(faults.map(\.code) == ["too-many-marks", "unknown-parameter"])
    }
}
