import Addresses
import Diagnostics
import Requests

extension ParameterValues {
    /// As an address carries them: pictures are left out.
    var pairs: [Query.Pair] {
        entries.filter { $0.form == .text }.map { Query.Pair($0.name, $0.value) }
    }
}

extension Query {
    /// Everything that is no name of ours, written by whoever wrote the address.
    var values: ParameterValues {
        let own = pairs.filter { pair in
            !PublicTemplate.reservedNames.contains { isSameName($0, pair.name) }
        }
        return ParameterValues(
            distinct: own.map { .init($0.name, $0.value, source: .query, trust: .untrusted) })
    }
}
