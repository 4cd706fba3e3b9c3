import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartRequests
import BlueHeartTestbench
import BlueHeartWords
import Testing

@Suite struct BadPictureTests {
    private func fault(
        _ kit: TinyKit, _ request: CardRequest, kind: CardError.Kind = .asset
    ) -> Diagnostic? {
        let error = #expect(throws: CardError.self) { try kit.engine.worker().render(request) }
        #expect(error?.kind == kind)
        #expect(error?.diagnostics.count == 1)
        return error?.diagnostics.first
    }

    @Test func aMissingPictureIsNamedWithTheNearestThatIsThere() {
        let fault = fault(TinyKit(), TinyKit().photo("dott.svg"))
        #expect(fault?.code == "image-missing")
        #expect(fault?.hint == "did you mean \"dot.svg\"?")
        #expect(fault?.path.description == "scene.children[0]")
        #expect(fault?.location?.file.hasSuffix("photo.json") == true)
    }

    @Test(arguments: ["../tiny/dot.svg", "/etc/passwd", "a//b.png", "..", "./dot.svg", "a\0.png"])
    func aPathThatLeavesTheKitIsRefused(name: String) {
        let fault = fault(TinyKit(), TinyKit().photo(name), kind: .data)
        #expect(fault?.code == "path-leaves-kit")
    }

    @Test func aLinkOutOfTheKitIsRefusedAndOneInsideIsNot() throws {
        let scratch = try ScratchFolder()
        let kit = try TinyKit(copiedTo: scratch)
        let artwork = scratch.path + "/assets/tiny/"
        try scratch.write(try samplePicture(.png), to: "outside.png")
        _ = try Tool("/bin/ln").run(["-s", "../../outside.png", artwork + "out.png"])
        _ = try Tool("/bin/ln").run(["-s", "dot.svg", artwork + "in.svg"])
        #expect(fault(kit, kit.photo("out.png"))?.code == "path-leaves-kit")
        _ = try kit.engine.worker().render(kit.photo("in.svg"))
    }

    @Test func aTruncatedPictureIsSaidToBe() throws {
        let scratch = try ScratchFolder()
        let kit = try TinyKit(copiedTo: scratch)
        for (name, format) in [("a.png", ImageFormat.png), ("a.jpg", .jpeg), ("a.webp", .webP)] {
            let whole = try samplePicture(format)
            try scratch.write(Array(whole.dropLast(whole.count / 3)), to: "assets/tiny/" + name)
            #expect(fault(kit, kit.photo(name))?.code == "image-truncated", "\(name)")
        }
    }

    /// 60,000 x 60,000 px by its header, 14 GB of pixels.
    @Test func aBombIsRefusedByItsHeader() throws {
        let scratch = try ScratchFolder()
        let kit = try TinyKit(copiedTo: scratch)
        var bytes = try samplePicture(.png)
        bytes.replaceSubrange(16..<24, with: [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60])
        try scratch.write(bytes, to: "assets/tiny/bomb.png")
        let code = fault(kit, kit.photo("bomb.png"))?.code
        #expect(code == "image-too-large" || code == "image-damaged")
    }

    @Test func aPictureThatIsNotWhatItsNameSaysIsRefused() throws {
        let scratch = try ScratchFolder()
        let kit = try TinyKit(copiedTo: scratch)
        try scratch.write(try samplePicture(.jpeg), to: "assets/tiny/photo.png")
        try scratch.write("no picture at all", to: "assets/tiny/text.png")
        #expect(fault(kit, kit.photo("photo.png"))?.code == "image-misnamed")
        #expect(fault(kit, kit.photo("text.png"))?.code == "image-format")
    }

    @Test func theCallersOwnBytesAreShown() throws {
        let kit = TinyKit()
        let bytes = try samplePicture(.jpeg)
        let own = try kit.engine.worker().render(kit.photo("upload", bytes: bytes))
        let standard = try kit.engine.worker().render(kit.photo())
        #expect(own.digest != standard.digest)
        #expect(own.record.values.texts == ["photo": "upload"])
    }

    @Test func theCallersOwnBytesAreHeldToTheirLimits() throws {
        let kit = TinyKit(limits: .untrusted)
        let bytes = [UInt8](repeating: 0, count: 8 << 20 + 1)
        #expect(fault(kit, kit.photo("upload", bytes: bytes))?.code == "image-too-large")
    }

    @Test func aFileOfTheUsersIsShownOnlyWhereTheJobAllowsFiles() throws {
        let scratch = try ScratchFolder()
        let kit = TinyKit()
        try scratch.write(try samplePicture(.jpeg), to: "mine.jpg")
        var request = kit.photo("mine.jpg")
        #expect(fault(kit, request)?.code == "image-missing")
        request.files = .from(folder: scratch.path)
        let card = try kit.engine.worker().render(request)
        #expect(card.record.values.texts == ["photo": "mine.jpg"])
        request.values.set("photo", to: scratch.path + "/mine.jpg")
        #expect(try kit.engine.worker().render(request).digest == card.digest)
    }

    /// Neither the caller's nor the kit's: people see where it was looked for.
    @Test(arguments: ["none.jpg", "./none.jpg", "../none.jpg", "/none/none.jpg"])
    func aMissingFileOfTheUsersIsNamedAsItWasLookedFor(name: String) throws {
        let scratch = try ScratchFolder()
        var request = TinyKit().photo(name)
        request.files = .from(folder: scratch.path)
        let fault = fault(TinyKit(), request)
        #expect(fault?.code == "image-missing")
        let path = name.hasPrefix("/") ? name : scratch.path + "/" + name
        #expect(fault?.message.contains(path) == true, "\(fault?.message ?? "")")
    }

    @Test func artworkStaysWithinReachWhereFilesAreAllowed() throws {
        let scratch = try ScratchFolder()
        let kit = TinyKit()
        var request = kit.photo("dot.svg")
        request.files = .from(folder: scratch.path)
        #expect(
            try kit.engine.worker().render(request).digest
                == kit.engine.worker().render(kit.photo()).digest)
    }
}
