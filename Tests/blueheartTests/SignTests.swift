import BlueHeartTestbench
import Testing

@Suite struct SignTests {
    private let program: Program
    private let path = "/v1/cards/blue-heart/supporter/square.png"

    init() throws {
        program = try Program()
        let keys = ["new", "old"].map { id in
            "{\"id\": \"\(id)\", \"secret\": \"\(String(repeating: id == "new" ? "ab" : "cd", count: 32))\"}"
        }
        try program.folder.write("{\"keys\": [\(keys.joined(separator: ","))]}", to: "keys.json")
    }

    private func sign(_ arguments: String..., input: String = "") throws -> Program.Answer {
        try program.run(["sign", "--keys", "keys.json"] + arguments, input: input)
    }

    /// The signature was made with: openssl dgst -sha256 -mac HMAC.
    @Test func theSignatureIsTheOneThatIsDocumented() throws {
        let answer = try sign("--until", "4102444800", path + "?name=Amina")
        #expect(answer.status == 0, "\(answer.errors)")
        let expected =
            path
            + "?expires=4102444800&key=new&name=Amina&signature=HoQUyhnxp35ePbrxwZEH46kgrHQE9lZ59OyNHAjdbxY\n"
        #expect(answer.text == expected)
    }

    @Test func aDayCountsToItsEndAndAnotherKeyMaySign() throws {
        let answer = try sign("--until", "2099-12-31", "--key", "old", path)
        #expect(answer.text.contains("?expires=4102444800&key=old&signature="))
    }

    @Test func linesKeepTheirHostAndOrderAndLoseAnOldSignature() throws {
        let input =
            // With a stop, which stands in no signature of ours.
            "https://a.example\(path)?signature=x.y&lang=en&expires=1&key=y\n\(path)?lang=ar\n"
        let answer = try sign("--for", "12h", "-", input: input)
        let lines = answer.text.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("https://a.example\(path)?expires="))
        #expect(
            lines[0].contains("&key=new&lang=en&signature=") && !lines[0].contains("x.y"))
        #expect(lines[1].hasPrefix(path) && lines[1].contains("lang=ar"))
    }

    @Test(arguments: [
        ["/a b"], ["cards"], ["https:///a"], ["/a?x=1&x=2"], ["/a?x=%f"], ["--key", "none", "/a"],
    ])
    func whatNoServerCouldBeAskedIs65(arguments: [String]) throws {
        let answer = try program.run(["sign", "--keys", "keys.json"] + arguments)
        #expect(answer.status == 65 && answer.output.isEmpty)
        #expect(answer.errors.contains("bad-address") || answer.errors.contains("unknown-key"))
    }

    @Test(arguments: [
        ["--for", "0d", "/a"], ["--for", "7", "/a"], ["--until", "2026-02-30", "/a"],
        ["--until", "2001-01-01", "/a"], ["--for", "1d", "--until", "2099-01-01", "/a"],
    ])
    func timesThatMakeNoSenseAre64(arguments: [String]) throws {
        #expect(try program.run(["sign", "--keys", "keys.json"] + arguments).status == 64)
    }
}
