import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartTemplates
import BlueHeartTestbench
import Foundation
import Testing

/// A kind of file that this room reads.
enum CaseKind: String, CaseIterable, CustomTestStringConvertible {
    case kit, template, words, blocked

    var testDescription: String { rawValue }

    private static let rules = [
        CheckRule("alt-missing", .alt, .error, "The alt text is missing."),
        CheckRule("alt-long", .alt, .note, "the alt text is long"),
        CheckRule("caption-missing", .caption, .error, "The caption is missing."),
    ]
    private static let english = Language(tag: "en", direction: .leftToRight)

    /// The diagnostics that the reader throws; empty where it takes the file.
    func faults(of file: CaseFile) throws -> [Diagnostic] {
        let (bytes, name) = (try file.bytes(), file.name + ".json")
        do throws(CardError) {
            switch self {
            case .kit: _ = try Kit.read(bytes, file: name, checks: Self.rules)
            case .template:
                _ = try Template.read(bytes, file: name, in: try Fixture.sharedKit.get())
            case .words:
                _ = try WordList.read(bytes, file: name, language: Self.english)
            case .blocked:
                _ = try BlockList.read(bytes, file: name, language: Self.english)
            }
            return []
        } catch {
            return error.diagnostics
        }
    }

    func cases(_ folder: String) -> [CaseFile] {
        CaseFile.all(in: "Templates/\(folder)/\(rawValue)", ending: "json")
    }
}

@Suite struct CaseTests {
    @Test(arguments: CaseKind.allCases)
    func validFilesAreTaken(kind: CaseKind) throws {
        for file in kind.cases("valid") {
            #expect(try kind.faults(of: file) == [], "\(file.name)")
        }
    }

    /// The name of a case begins with the code it is about.
    @Test(arguments: CaseKind.allCases, ["broken", "broken-beyond-schema"])
    func brokenFilesAreToldWithPlaceAndCure(kind: CaseKind, folder: String) throws {
        var told = ""
        for file in kind.cases(folder) {
            let faults = try kind.faults(of: file)
            let isManyFaults = file.name == "many-faults"
            #expect(
                isManyFaults ? faults.count >= 5 : faults.contains { file.name.hasPrefix($0.code) },
                "\(file.name): \(faults.map(\.code))")
            #expect(faults.allSatisfy { $0.location != nil }, "\(file.name)")
            told += "== \(file.name)\n" + faults.map { "\($0)\n" }.joined() + "\n"
        }
        expectGolden(told, "\(folder)-\(kind.rawValue)")
    }

    /// Codes that no single file can show; tests of their own show them.
    private static let elsewhere: Set<String> = [
        "canvas-size", "placement-not-allowed", "unknown-placement", "missing-word",
        "missing-parameter", "bad-list", "list-gap", "caption-shortened", "unused-parameter",
        "unused-words", "unknown-font",
    ]

    @Test func everyCodeHasACase() throws {
        let names = CaseKind.allCases.flatMap { kind in
            (kind.cases("broken") + kind.cases("broken-beyond-schema")).map(\.name)
        }
        let codes = try DiagnosticCodes.inSources(of: ["Templates"])
        #expect(codes.count > 40)
        for code in codes.subtracting(Self.elsewhere) {
            #expect(names.contains { $0.hasPrefix(code) }, "no case shows \(code)")
        }
    }
}

/// The codes that sources use: kebab-case literals, which nothing else there is.
enum DiagnosticCodes {
    static func inSources(of rooms: [String]) throws -> Set<String> {
        var codes: Set<String> = []
        for room in rooms {
            let folder = Fixture.repository.appending(path: "Sources/\(room)")
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            for file in files where file.hasSuffix(".swift") && !hasOtherNames("\(room)/\(file)") {
                let text = String(
                    decoding: try Fixture.bytes(folder.appending(path: file)), as: UTF8.self)
                for match in text.matches(of: /"([a-z]+(?:-[a-z0-9]+)+)"/) {
                    codes.insert(String(match.1))
                }
                for match in text.matches(of: /(?:code: |fault\(\s*)"([a-z][a-z0-9-]*)"/) {
                    codes.insert(String(match.1))
                }
            }
        }
        return codes
    }

    /// Pages, lists of settings and readers of XML are full of names that are no codes.
    private static func hasOtherNames(_ file: String) -> Bool {
        ["Server/Pages/", "Server/Settings/Setting+All.swift", "Workbooks/ODSBook.swift"]
            .contains { file.hasPrefix($0) }
    }
}
