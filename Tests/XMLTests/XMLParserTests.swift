import Testing

@testable import BlueHeartXML

@Suite struct XMLParserTests {
    @Test func partsComeInTheirOrder() throws {
        let log = Log()
        try XMLParser.parse(Array("<a xmlns='n' b='1'>x&amp;<c/>y</a>".utf8), into: log)
        #expect(log.parts.joined(separator: " ") == "<n a b=1@1:1> x & <n c@1:26> / y /")
    }

    @Test func aStopEndsTheDocument() {
        let log = Log(stopsAt: "b")
        #expect(throws: XMLFault.stopped) {
            try XMLParser.parse(Array("<a><b/><c/></a>".utf8), into: log)
        }
        #expect(log.parts == ["<a@1:1>", "<b@1:4>"])
    }

    @Test(arguments: ["", "<a>", "<a></b>", "<a b='1' b='2'/>", "<a/><b/>", "x"])
    func whatIsNoXMLIsRefused(text: String) {
        #expect {
            try XMLParser.parse(Array(text.utf8), into: Log())
        } throws: { error in
            if case .malformed? = error as? XMLFault { true } else { false }
        }
    }
}

private final class Log: XMLHandler {
    private(set) var parts: [String] = []
    private let stop: String?

    init(stopsAt stop: String? = nil) { self.stop = stop }

    func declareType() -> XMLProgress { .goOn }

    func start(
        _ name: String, _ attributes: [XMLParser.Attribute], at place: XMLPlace
    ) -> XMLProgress {
        let all = attributes.map { " \($0.name)=\($0.value)" }.joined()
        parts.append("<\(name)\(all)@\(place.line):\(place.column)>")
        return name == stop ? .stop : .goOn
    }

    func finish() -> XMLProgress {
        parts.append("/")
        return .goOn
    }

    func take(_ text: String) -> XMLProgress {
        parts.append(text)
        return .goOn
    }
}
