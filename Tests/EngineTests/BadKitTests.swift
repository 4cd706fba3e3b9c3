import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartRequests
import BlueHeartTestbench
import Testing

@Suite struct BadKitTests {
    private func error(_ kit: TinyKit, _ request: CardRequest) -> CardError? {
        #expect(throws: CardError.self) { try kit.engine.worker().render(request) }
    }

    @Test func anUnknownKitIsNamedWithTheNearest() {
        var request = TinyKit().greeting()
        request.kit = "tinny"
        let error = error(TinyKit(), request)
        #expect(error?.diagnostics.map(\.code) == ["unknown-kit"])
        #expect(error?.diagnostics.first?.hint == "did you mean \"tiny\"?")
    }

    @Test(arguments: ["greetings", "words/en", "../tiny/greeting", "kit", "", "GREETING"])
    func anUnknownTemplateIsRefused(name: String) {
        var request = TinyKit().greeting()
        request.template = .named(name)
        let error = error(TinyKit(), request)
        #expect(error?.kind == .template)
        #expect(error?.diagnostics.map(\.code) == ["unknown-template"])
    }

    @Test func anUnknownPlacementIsNamedWithTheNearest() {
        let error = error(TinyKit(), TinyKit().greeting(at: "squere"))
        #expect(error?.diagnostics.map(\.code) == ["unknown-placement"])
        #expect(error?.diagnostics.first?.hint?.contains("square") == true)
    }

    @Test func anUnknownLanguageIsNamedWithThoseThereAre() {
        let error = error(TinyKit(), TinyKit().greeting("xx"))
        #expect(error?.diagnostics.map(\.code) == ["unknown-language"])
    }

    @Test func aTemplateLargerThanTheLimitIsNotRead() throws {
        let scratch = try ScratchFolder()
        let kit = try TinyKit(copiedTo: scratch)
        try scratch.write(
            [UInt8](repeating: 32, count: 1 << 20 + 1), to: "templates/tiny/greeting.json")
        let error = error(kit, kit.greeting())
        #expect(error?.kind == .template)
        #expect(error?.diagnostics.map(\.code) == ["file-too-large"])
    }

    @Test func brokenJSONIsToldWithItsPlace() throws {
        let scratch = try ScratchFolder()
        let kit = try TinyKit(copiedTo: scratch)
        try scratch.write("{\n  \"name\": \"greeting\",,\n}", to: "templates/tiny/greeting.json")
        let error = error(kit, kit.greeting())
        #expect(error?.kind == .template)
        #expect(error?.diagnostics.first?.location?.line == 2)
    }

    @Test func missingWordsOfALanguageAreAnError() throws {
        let scratch = try ScratchFolder()
        let kit = try TinyKit(copiedTo: scratch)
        _ = try Tool("/bin/rm").run([scratch.path + "/templates/tiny/words/ar.json"])
        let error = error(kit, kit.greeting("ar"))
        #expect(error?.kind == .template)
        #expect(error?.diagnostics.map(\.code) == ["file-missing"])
        _ = try kit.engine.worker().render(kit.greeting("en"))
    }

    @Test func aFontThatIsMissingIsNamedWithItsCure() throws {
        let scratch = try ScratchFolder()
        let fonts = try fonts(in: scratch)
        _ = try Tool("/bin/sh").run(["-c", "rm -r \"$0\"/files/*", fonts])
        let error = error(TinyKit(fonts: fonts), TinyKit().greeting())
        #expect(error?.kind == .asset)
        #expect(error?.diagnostics.first?.hint?.contains("setup") == true)
    }

    @Test func aFontThatIsGarbageIsRefused() throws {
        let scratch = try ScratchFolder()
        let fonts = try fonts(in: scratch)
        _ = try Tool("/bin/sh").run([
            "-c", "for f in \"$0\"/files/*; do rm \"$f\"; echo garbage > \"$f\"; done", fonts,
        ])
        let error = error(TinyKit(fonts: fonts), TinyKit().greeting())
        #expect(error?.kind == .asset)
    }

    private func fonts(in scratch: ScratchFolder) throws -> String {
        _ = try Tool("/bin/cp").run(["-rL", projectFolder + "/fonts", scratch.path + "/fonts"])
        return scratch.path + "/fonts"
    }
}
