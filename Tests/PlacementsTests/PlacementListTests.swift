import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartPlacements
import BlueHeartTestbench
import Testing

@Suite struct PlacementListTests {
    private let list: PlacementList

    init() throws {
        let bytes = try projectFile("assets/placements.json")
        list = try PlacementList.read(bytes, file: "assets/placements.json")
    }

    @Test(arguments: [
        ("og", 1200, 630), ("wa", 800, 800), ("x", 1600, 900), ("square", 1080, 1080),
        ("portrait", 1080, 1350), ("tall", 1080, 1440), ("story", 1080, 1920),
        ("pin", 1000, 1500), ("x-header", 1500, 500), ("fb-cover", 1640, 624),
        ("fb-event", 1920, 1005), ("li-banner", 1584, 396), ("li-company", 1128, 191),
        ("yt-banner", 2560, 1440), ("yt-thumb", 1280, 720), ("avatar", 1080, 1080),
        ("email", 1200, 400), ("ad-300x250", 300, 250), ("ad-336x280", 336, 280),
        ("ad-728x90", 728, 90), ("ad-970x250", 970, 250), ("ad-160x600", 160, 600),
        ("ad-300x600", 300, 600), ("ad-320x50", 320, 50), ("ad-320x100", 320, 100),
    ])
    func theSlotHasItsSize(name: String, width: Int, height: Int) throws {
        let placement = try list.placement(name)
        #expect(placement.widthInPixels == width)
        #expect(placement.heightInPixels == height)
    }

    @Test func storiesStayInTheZoneOfReels() throws {
        #expect(
            try list.placement("story").safeArea == Rect(x: 65, y: 270, width: 950, height: 978))
    }

    @Test func theBannerOfAChannelStaysInItsMiddle() throws {
        let area = try list.placement("yt-banner").safeArea
        #expect(area.width <= 1546 && area.width > 1540)
        #expect(area.height <= 423 && area.height > 420)
        #expect(area.center == Point(x: 1280, y: 720))
    }

    @Test func theSquareOfAProfilePictureLiesInItsCircle() throws {
        let avatar = try list.placement("avatar")
        #expect(avatar.isCircular)
        let corner = avatar.safeArea.origin - Point(x: 540, y: 540)
        #expect(corner.length <= 540)
    }

    @Test func everyAdWeighsAtMostWhatAdServersTake() {
        let ads = list.placements.filter { $0.networks == ["ads"] }
        #expect(ads.count == 15)
        for ad in ads {
            #expect(ad.maxBytes == 150_000)
            #expect(ad.name == "ad-\(ad.widthInPixels)x\(ad.heightInPixels)")
        }
    }

    @Test func everyFigureTellsWhereItIsFrom() {
        for placement in list.placements {
            #expect(!placement.networks.isEmpty, "\(placement.name)")
            #expect(placement.provenance["size"] != nil && placement.provenance["safe"] != nil)
            #expect(placement.provenance["displayWidth"]?.certainty == .own)
            #expect(placement.provenance.values.allSatisfy { !$0.source.isEmpty })
            let share =
                placement.safeArea.width * placement.safeArea.height
                / Double(placement.widthInPixels * placement.heightInPixels)
            #expect(share > 0.17, "\(placement.name) leaves \(share)")
        }
    }

    @Test func aWrongNameGetsTheNearest() throws {
        let error = try #require(throws: CardError.self) { try list.placement("sqaure") }
        #expect(
            error.description == """
                error: there is no placement "sqaure" [unknown-placement]
                  hint: did you mean "square"?
                """)
        let far = try #require(throws: CardError.self) {
            try list.placement("billboard on a bus", kind: .data)
        }
        #expect(far.kind == .data)
        #expect(far.diagnostics[0].hint?.hasPrefix("choose one of og, wa, x, ") == true)
    }

    @Test(arguments: CaseFile.all(in: "Placements", ending: "json"))
    func aFaultyFileGetsAllItsFaults(file: CaseFile) throws {
        let error = try #require(throws: CardError.self) {
            try PlacementList.read(try file.bytes(), file: "placements.json")
        }
        expectGolden(error.description + "\n", file.name)
    }
}
