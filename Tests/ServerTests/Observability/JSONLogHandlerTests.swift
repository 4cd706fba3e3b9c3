import Foundation
import Logging
import Testing

@testable import BlueHeartServer

@Suite struct JSONLogHandlerTests {
    @Test func aMessageIsALineOfJSON() throws {
        let pipe = Pipe()
        let writer = LogWriter(to: pipe.fileHandleForWriting.fileDescriptor) { _ in [] }
        var logger = Logger(label: "test") { _ in JSONLogHandler(level: .info, to: writer) }
        logger[metadataKey: "id"] = "7"
        logger.info("a \"line\"\nbroken", metadata: ["b": "2", "id": "8"])
        logger.debug("not written")
        writer.finish()
        try pipe.fileHandleForWriting.close()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let time = /^\{"time":\s?"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z",/
        #expect(text.contains(time) && text.split(separator: "\n").count == 1, "\(text)")
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String])
        #expect(fields["level"] == "info" && fields["message"] == "a \"line\"\nbroken")
        #expect(fields["b"] == "2" && fields["id"] == "8")
    }
}
