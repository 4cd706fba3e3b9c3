import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartHTTPSyntax
import HTTPTypes

extension Problem {
    init(_ fault: QueryFault) {
        switch fault {
        case .badCoding(let part):
            self.init(
                .badRequest, "bad-coding",
                "expected UTF-8, each % followed by two hexadecimal digits, found \(quoted(part))")
        case .doubled(let name):
            self.init(
                .badRequest, parameter: String(quoted(name).dropFirst().dropLast()),
                "doubled-parameter", "expected \(quoted(name)) once, found it twice")
        case .emptyName:
            self.init(
                .badRequest, "unknown-parameter", "expected a name before \"=\", found none")
        case .tooMany(let limit):
            self.init(
                .badRequest, "too-many-parameters", "expected at most \(limit) parameters")
        }
    }

    init(_ fault: MultipartFault) {
        let message =
            switch fault {
            case .badBoundary: "expected a boundary of 1 to 70 characters in Content-Type"
            case .missingBoundary:
                "expected the boundary of Content-Type in the body, found none"
            case .unterminatedPart: "expected a boundary after each part; the body ends before it"
            case .tooManyParts(let limit): "expected at most \(limit) parts, found more"
            case .badPartHead: "expected the headers of a part and an empty line after them"
            case .unnamedPart: "expected a name in the Content-Disposition of each part"
            }
        self.init(.badRequest, "bad-form", message)
    }
}
