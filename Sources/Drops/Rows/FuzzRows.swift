import Diagnostics

/// Reads any bytes as rows of every format; for the fuzzer. Every outcome is a good one but a trap.
public func fuzzRows(_ bytes: [UInt8]) {
    for format in RowFormat.allCases {
        do {
            var reader = try RowReader(bytes, file: "fuzz", format: format)
            while reader.next() != nil {}
        } catch {
            precondition(!error.diagnostics.isEmpty, "an error without a diagnostic")
        }
    }
}
