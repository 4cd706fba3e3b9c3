import BlueHeartTestbench
import Testing

@testable import BlueHeartCodecs

/// A picture file of `Tests/Cases/Codecs`, made by `make.py` there.
func file(_ name: String) throws -> [UInt8] { try CaseFile("Codecs/" + name).bytes() }
