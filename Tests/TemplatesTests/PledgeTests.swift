import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTemplates
import Testing

/// One whole template through the whole room.
@Suite struct PledgeTests {
    private func scene(
        _ filling: ParameterValues, _ tag: String = "en", placement: String = "square"
    )
        throws
        -> Scene
    {
        let placements = ["square": Fixture.square, "og": Fixture.og, "story": Fixture.story]
        return try Fixture.pledge().resolve(
            filling, placement: try #require(placements[placement]),
            language: try Language(tag: tag), kit: try Fixture.kit(),
            words: try Fixture.words(tag))
    }

    private func find(_ id: String, in node: Node) -> Node? {
        if node.id == id { return node }
        return node.children.lazy.compactMap { find(id, in: $0) }.first
    }

    @Test func wordsAreFilledInTheCardsLanguage() throws {
        let words = try scene(["name": "Ana", "country": "FR", "days": "1"]).words
        #expect(words.title == "A pledge for the river")
        #expect(
            words.alt == "A drop of water on a green card. Ana watches the river. "
                + "1 day of clean water. #RiverWatch #CleanWater")
        #expect(words.longAlt == "Ana from France watches the river since 30 July 2026.")
        #expect(
            words.caption
                == CaptionSource(
                    text: "Ana joined River Watch.", action: "Join too.",
                    link: "https://river.example/join?via=card",
                    linkParameters: [
                        LinkParameter(name: "utm_source", value: "{network}"),
                        LinkParameter(name: "utm_campaign", value: "river-watch-pledge"),
                        LinkParameter(name: "utm_content", value: "square-en"),
                    ],
                    hashtags: ["#RiverWatch", "#CleanWater"], mentions: ["@riverwatch"]))
    }

    @Test func whatAPersonTypedIsTakenOutOfWhatTheKitWrote() throws {
        let written = try scene(["name": "Ana", "country": "FR"]).words.written
        #expect(written.title == nil, "no person's words")
        #expect(written.longAlt == "  from France watches the river since 30 July 2026.")
        #expect(written.caption == "  joined River Watch.")
        #expect(try scene(["name": "И"], "ar").words.written.longAlt?.contains("И") == false)
    }

    @Test func aNameThatRunsTheOtherWayIsKeptApart() throws {
        let words = try scene(["name": "Ana"], "ar").words
        #expect(words.title == "تعهد من أجل النهر")
        #expect(words.longAlt?.hasPrefix("\u{2068}Ana\u{2069} من سلوفاكيا") == true)
        let english = try scene(["name": "آنا"]).words
        #expect(english.longAlt?.hasPrefix("\u{2068}آنا\u{2069} from") == true)
    }

    @Test func repeatsStandWhereTheRepeatStands() throws {
        let root = try scene(["name": "Ana", "days": "2"]).root
        let steps = try #require(find("steps", in: root)).children
        #expect(steps.map(\.text) == ["1. Look, Ana", "2. Write down", "3. Tell us"])
        #expect(try #require(find("dots", in: root)).children.count == 2)
        let slovak = try scene(["name": "Ana"], "sk").root
        #expect(
            try #require(find("steps", in: slovak)).children.map(\.text) == [
                "1. Pozri", "2. Zapíš",
            ])
    }

    @Test func aColourThatIsFilledInIsPainted() throws {
        let root = try scene(["name": "Ana", "accent": "#FF0000"]).root
        let dot = try #require(find("dots", in: root)?.children.first)
        #expect(dot.appearance.fill == .solid(Color(red: 1, green: 0, blue: 0)))
        #expect(dot.box.width == .px(24))
    }

    @Test func aNodeIsThereOnlyWhenItsParameterHasAValue() throws {
        #expect(find("photo", in: try scene(["name": "Ana"]).root) == nil)
        let photo = try #require(
            find("photo", in: try scene(["name": "Ana", "photo": "p/a.jpg"]).root))
        guard case .image(let block) = photo.content else { throw Unexpected() }
        #expect(block.image == ImageReference(name: "p/a.jpg"))
        #expect(photo.appearance.clipping == .box)
        #expect(photo.box.height == .fraction(0.3))
    }

    @Test func safeLengthsKnowTheSideInBothDirections() throws {
        let scale = 1.0
        let page = try #require(try scene(["name": "Ana"], placement: "story").root.frame)
        #expect(
            page.padding
                == Insets(top: 250 + 32 * scale, right: 72, bottom: 372, left: 92))
        let corner = try #require(
            find("corner", in: try scene(["name": "Ana"], "ar", placement: "story").root))
        #expect(
            corner.box.position == .absolute(top: .px(250), right: nil, bottom: nil, left: .px(60)))
    }

    @Test func variantsChangeWhatTheySet() throws {
        let wide = try scene(["name": "Ana"], placement: "og").root
        #expect(wide.frame?.axis == .row)
        #expect(wide.children.map(\.id) == ["drop", "headline", "days", "corner"])
        // px of the variant's own reference, which is the card's size.
        guard case .text(let paragraph, _) = try #require(find("headline", in: wide)).content else {
            throw Unexpected()
        }
        #expect(paragraph.fontSize == 60...60)
        #expect(wide.children[3].origin.path.description == "scene.children[6]")
    }

    @Test func aChoiceMayDecideAVariant() throws {
        let plan = try Fixture.pledge().plan(
            placement: Fixture.square, language: try Language(tag: "en"), kit: try Fixture.kit(),
            words: try Fixture.words("en"))
        let day = try plan.scene(with: ["name": "Ana"]).root
        let night = try plan.scene(with: ["name": "Ana", "theme": "dark"]).root
        #expect(day.appearance.fill != night.appearance.fill)
        #expect(find("drop", in: day)?.appearance.effects.count == 1)
        #expect(find("drop", in: night)?.appearance.effects.isEmpty == true)
    }

    @Test func aPathMayHoldACountry() throws {
        let flag = try #require(
            find("flag", in: try scene(["name": "Ana", "country": "FR"], "ar").root))
        guard case .image(let block) = flag.content else { throw Unexpected() }
        #expect(block.image.name == "flags/FR.svg")
        #expect(flag.appearance.transform == .scale(x: -1, y: 1))
    }

    @Test func everyLanguageHasAllItsWords() throws {
        let template = try Fixture.pledge()
        for tag in ["en", "ar", "sk"] {
            #expect(template.faults(in: try Fixture.words(tag), kit: try Fixture.kit()) == [])
        }
        #expect(template.faults(inPlacements: ["square", "og", "story"]) == [])
        #expect(
            template.faults(inPlacements: ["square", "og"]).map(\.code)
                == ["unknown-placement", "unknown-placement"])
    }
}

/// Something is of another kind than the test is about.
struct Unexpected: Error {}
