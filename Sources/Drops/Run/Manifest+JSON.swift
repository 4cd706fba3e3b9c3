import BlueHeartDiagnostics
import BlueHeartFormats
public import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartWords

extension WrittenCard {
    /// One entry of the manifest's `cards`.
    public var json: JSONValue {
        let isRightToLeft = record.language.direction == .rightToLeft
        return .fields([
            ("row", row.map { .integer($0) }),
            ("key", key.map { .string($0) }),
            ("template", .string(record.template)),
            ("language", .string(record.language.tag)),
            ("direction", .string(isRightToLeft ? "rtl" : "ltr")),
            ("placement", .string(record.placement)),
            ("width", .integer(record.widthInPixels)),
            ("height", .integer(record.heightInPixels)),
            ("format", .string(record.format.rawValue)),
            ("title", .string(record.words.title)),
            ("alt", .string(record.words.alt)),
            ("longAlt", record.words.longAlt.map { .string($0) }),
            ("caption", .string(record.words.caption.whole)),
            ("files", .array(files.map(\.json))),
            ("warnings", .array(record.warnings.map(\.json))),
        ])
    }
}

extension WrittenFile {
    var json: JSONValue {
        [
            "path": .string(path), "bytes": .integer(byteCount), "sha256": .string(sha256),
        ]
    }
}

extension DropFailure {
    /// One entry of the manifest's `failures`.
    public var json: JSONValue {
        .fields([
            ("row", row.map { .integer($0) }),
            ("template", template.map { .string($0) }),
            ("language", language.map { .string($0) }),
            ("placement", placement.map { .string($0) }),
            ("kind", .string(error.kind.rawValue)),
            ("diagnostics", .array(error.diagnostics.map(\.json))),
        ])
    }
}

extension DropTotals {
    /// The summary of a run: the manifest's totals, and what was there before.
    public var summary: JSONValue {
        guard case .object(let fields) = json else { return json }
        return .object(
            fields + [
                .init("unchanged", .integer(unchanged)), .init("kept", .integer(kept)),
                .init("pruned", .integer(pruned)),
            ])
    }

    /// The manifest's `totals`.
    public var json: JSONValue {
        [
            "made": .integer(made), "failed": .integer(failed), "warnings": .integer(warnings),
            "bytes": .integer(bytes),
        ]
    }
}
