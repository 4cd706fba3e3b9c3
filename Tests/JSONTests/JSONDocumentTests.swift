import BlueHeartDiagnostics
public import BlueHeartJSON
import BlueHeartTestbench
public import Testing

extension JSONValue: CustomTestStringConvertible {
    public var testDescription: String { written(.compact) }
}

private func read(_ text: String, limits: JSONLimits = .template) throws -> JSONNode {
    try JSONDocument.read(Array(text.utf8), file: "a.json", limits: limits)
}

@Suite struct JSONDocumentTests {
    @Test(arguments: CaseFile.all(in: "JSON", ending: "json"))
    func aFaultyDocumentIsToldWhatToMend(file: CaseFile) throws {
        let bytes = try file.bytes()
        let error = try #require(throws: CardError.self) {
            try JSONDocument.read(bytes, file: "case.json")
        }
        expectGolden(error.description + "\n", file.name)
        let isOfOneCode = !["column-in-scalars", "line-ends", "path"].contains(file.name)
        #expect(!isOfOneCode || file.name.hasPrefix(error.diagnostics[0].code))
    }

    @Test(
        arguments: [
            ("null", JSONValue.null), (" true ", .bool(true)), ("\tfalse\r\n", .bool(false)),
            ("0", .integer(0)), ("-0", .integer(0)), ("-0.5", .number(-0.5)),
            ("1e3", .integer(1000)),
            ("1E-2", .number(0.01)), ("1.5e+1", .integer(15)),
            ("123456789012", .integer(123456789012)),
            (#""""#, .string("")), (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{C}\n\r\t")),
            (#""\u00e9\uD83D\uDC99💙""#, .string("é💙💙")), (#""\u0000""#, .string("\0")),
            ("[]", .array([])), ("{}", .object([])),
            ("[[],{}]", .array([.array([]), .object([])])),
            (#"{"b":1,"a":[true,null]}"#, ["b": 1, "a": [true, nil]]),
            (#"{"":1," ":2}"#, ["": 1, " ": 2]),
        ] as [(String, JSONValue)])
    func aGoodDocumentIsRead(text: String, value: JSONValue) throws {
        #expect(try read(text).plain == value)
    }

    @Test func namesAreToldApartByTheirScalars() throws {
        let root = try read("{\"\u{E9}\": 1, \"e\u{301}\": 2}")
        #expect(root["\u{E9}"]?.plain == 1)
        #expect(root["e\u{301}"]?.plain == 2)
    }

    @Test func everyValueKnowsItsPlace() throws {
        let root = try read("{\r\n  \"größe\": [1,\n    \"💙\", true]\n}")
        #expect(root.location.description == "a.json:1:1")
        guard case .object(let members) = root.value, case .array(let list) = members[0].value.value
        else {
            Issue.record("expected an object with an array")
            return
        }
        #expect(members[0].nameLocation.description == "a.json:2:3")
        #expect(list.map(\.location.description) == ["a.json:2:13", "a.json:3:5", "a.json:3:10"])
    }

    @Test func numbersKeepTheirText() throws {
        guard case .number(let number) = try read("1.50e2").value else {
            Issue.record("expected a number")
            return
        }
        #expect(number.text == "1.50e2")
        #expect(number.value == 150)
    }

    @Test func limitsAreReachedAndNotPassed() throws {
        let limits = JSONLimits(bytes: 20, depth: 3, nodes: 4)
        #expect(throws: Never.self) { try read("[[[1]]]", limits: limits) }
        #expect(throws: Never.self) { try read("[1,2,3]", limits: limits) }
        #expect(throws: Never.self) {
            try read("[1]" + String(repeating: " ", count: 17), limits: limits)
        }
        for text in ["[[[[]]]]", "[1,2,3,4]", "[1]" + String(repeating: " ", count: 18)] {
            #expect(throws: CardError.self) { try read(text, limits: limits) }
        }
    }

    @Test func theKindOfTheErrorIsTheCallers() throws {
        let error = #expect(throws: CardError.self) {
            try JSONDocument.read([], file: "-", kind: .data)
        }
        #expect(error?.kind == .data)
    }

    /// Each would take minutes if some step were quadratic.
    @Test(arguments: [
        NamedCase(
            "combining marks", "[\"" + String(repeating: "\u{301}", count: 500_000) + "\"]"),
        NamedCase(
            "names of combining marks",
            "{\"a" + String(repeating: "\u{301}\u{316}", count: 125_000) + "\": 1, \"a"
                + String(repeating: "\u{316}\u{301}", count: 125_000) + "\": 2}"),
        NamedCase(
            "escaped marks", "[\"" + String(repeating: "\\u0301", count: 160_000) + "\"]"),
        NamedCase("blanks", "[\n" + String(repeating: " ", count: 1_000_000) + "\n]"),
        NamedCase(
            "strings", "[" + (0..<9_000).map { "\"\($0)\"" }.joined(separator: ",") + "]"),
        NamedCase(
            "fields", "{" + (0..<9_000).map { "\"\($0)\":0" }.joined(separator: ",") + "}"),
    ])
    func hostileDocumentsTakeLinearTime(document: NamedCase<String>) throws {
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try read(document.value) }
        #expect(time < .seconds(5))
    }

    @Test func noBytesCrashTheReader() throws {
        var random = SplitMix64()
        let seeds = try CaseFile.all(in: "JSON", ending: "json").map { try $0.bytes() }
            .filter { $0.count < 200 && !$0.isEmpty }
        for round in 0..<4_000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            do throws(CardError) {
                _ = try JSONDocument.read(bytes, file: "a")
            } catch {
                #expect(error.diagnostics.allSatisfy { $0.location != nil })
            }
        }
    }
}
