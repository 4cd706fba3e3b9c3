import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartSupport

/// A file that a drop wrote, as its journal knows it.
struct OwnedFile: Hashable, Sendable {
    /// Path relative to the drop's folder.
    var path: String
    var byteCount: Int
    var sha256: String
    /// Time of its last change, in ns since 1970; nil if it was not recorded.
    var modified: Int?

    /// The state of the file on disk.
    enum Condition { case unchanged, touched, changed, missing }

    /// Compares the file on disk; its content is read only if its time has changed.
    func condition(in folder: String) -> Condition {
        let path = joined(folder, self.path)
        guard let state = FileState(path: path) else { return .missing }
        guard state.byteCount == byteCount else { return .changed }
        if state.modified == modified { return .unchanged }
        do throws(FileFault) {
            return try hasSameBytes(readFile(path, limit: byteCount)) ? .touched : .changed
        } catch {
            return .changed
        }
    }

    private func hasSameBytes(_ bytes: [UInt8]) -> Bool {
        BlueHeartSupport.sha256(of: bytes).utf8.elementsEqual(sha256.utf8)
    }

    /// Removes the file, unless somebody else has changed it.
    ///
    /// - Returns: false for a file that was changed, and is left.
    func remove(from folder: String) throws(CardError) -> Bool {
        switch condition(in: folder) {
        case .missing: return true
        case .changed: return false
        case .unchanged, .touched:
            let path = joined(folder, self.path)
            try removeFile(path)
            removeEmptyFolders(parentFolder(of: path), below: folder)
            return true
        }
    }

    /// True for a path that stays in the folder, as all that drops write do.
    var isInside: Bool {
        let steps = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return steps.allSatisfy { !$0.isEmpty && !$0.elementsEqual("..".utf8) }
    }
}

extension OwnedFile {
    /// `[path, bytes, sha256, time]`; the time as text, because a number loses digits.
    var json: JSONValue {
        .array([
            .string(path), .integer(byteCount), .string(sha256),
            modified.map { .string(String($0)) } ?? .null,
        ])
    }

    /// nil for a value of another form.
    init?(_ node: JSONNode) {
        guard case .array(let parts) = node.value, parts.count == 4,
            let path = parts[0].text, let byteCount = parts[1].wholeNumber,
            let sha256 = parts[2].text
        else { return nil }
        self.init(
            path: path, byteCount: byteCount, sha256: sha256,
            modified: parts[3].text.flatMap { Int($0) })
        guard isInside else { return nil }
    }
}

extension JSONNode {
    /// nil for other values.
    var text: String? { if case .string(let text) = value { text } else { nil } }

    /// nil for other values.
    var wholeNumber: Int? {
        if case .number(let number) = value { Int(exactly: number.value) } else { nil }
    }

    /// The elements of an array; none for other values.
    var elements: [JSONNode] { if case .array(let all) = value { all } else { [] } }
}
