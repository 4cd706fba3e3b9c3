import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartRequests

extension ParameterValues {
    /// The values as parts of a query, without pictures.
    var pairs: [Query.Pair] {
        entries.filter { $0.form == .text }.map { Query.Pair($0.name, $0.value) }
    }
}

extension Query {
    /// The values of all names that are not reserved, all untrusted.
    var values: ParameterValues {
        let own = pairs.filter { pair in
            !PublicTemplate.reservedNames.contains { isSameName($0, pair.name) }
        }
        return ParameterValues(
            distinct: own.map { .init($0.name, $0.value, source: .query, trust: .untrusted) })
    }
}
