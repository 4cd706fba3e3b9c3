import Addresses
import Diagnostics
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
}
