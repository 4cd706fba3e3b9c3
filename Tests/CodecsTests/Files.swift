import Foundation
import Testbench
import Testing

@testable import Codecs

/// A picture file of `Tests/Cases/Codecs`, made by `make.py` there.
func file(_ name: String) throws -> [UInt8] { try CaseFile("Codecs/" + name).bytes() }

/// What a program that the set-up installs says of a file.
func output(of program: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}
