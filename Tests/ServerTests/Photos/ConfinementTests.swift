import BlueHeartSupport
import BlueHeartTestbench
import Foundation
import Testing

@testable import BlueHeartServer

/// Code of an attacker in a photo decoder.
@Suite struct ConfinementTests {
    private static let attempts = [
        "open", "create", "list", "connect", "local", "signal", "parent", "execute", "spawn",
        "fork",
        "trace", "code",
    ]

    private func result(_ mode: String, _ attempt: String) throws -> (text: String, status: Int32) {
        let process = Process()
        let program = URL(fileURLWithPath: serverProgram).deletingLastPathComponent()
        process.executableURL = program.appending(path: "decoder-exploit")
        process.arguments = [mode, attempt]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
    }

    @Test(arguments: attempts)
    func anExploitGetsNothing(attempt: String) throws {
        #expect(try result("free", attempt).text.hasPrefix("got"), "the attempt itself fails")
        let confined = try result("confined", attempt)
        #expect(confined.text.isEmpty && confined.status != 70, "\(confined)")
    }

    @Test func theServerKnowsTheConfinementOfItsDecoders() throws {
        let confinement = try #require(decoder().confinement())
        #expect(confinement.isSuperset(of: .needed), "\(confinement)")
        #expect(decoder("/nonexistent").confinement() == nil)
    }
}
