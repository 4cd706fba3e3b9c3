/// Reason why a workbook cannot be read.
public enum WorkbookFault: Error, Hashable, Sendable {
    /// The archive or a file in it is damaged.
    case damaged
    /// The workbook is protected by a password.
    case locked
    /// The archive is neither XLSX nor ODS.
    case notAWorkbook
    /// A file in it breaks a rule of XML.
    case malformed(file: String)
    /// More of something than the limits allow.
    case tooLarge(String)
    case noSheet(String, known: [String])
    case noSheets
}

extension WorkbookFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .damaged: "the workbook's archive is damaged"
        case .locked: "the workbook is protected by a password"
        case .notAWorkbook: "the archive is no workbook of Excel (XLSX) or LibreOffice (ODS)"
        case .malformed(let file): "the workbook's part \(file) is damaged"
        case .tooLarge(let limit): "the workbook has more than \(limit)"
        case .noSheet(let name, _): "the workbook has no sheet \"\(name)\""
        case .noSheets: "the workbook has no sheet with cells"
        }
    }
}
