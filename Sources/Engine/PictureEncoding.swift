import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartPixels
import BlueHeartPlacements
import BlueHeartRequests

/// The encoding of a picture: formats, preferred first, and byte budget.
struct PictureEncoding {
    var placement: Placement
    /// nil: the first of the placement's formats that meets the budget without loss, otherwise the
    /// first that meets it.
    var format: ImageFormat?
    var effort: EncodeEffort
    var metadata: PictureMetadata

    /// A picture's file.
    struct Result {
        var picture: EncodedPicture
        var warnings: [Diagnostic] = []
    }

    /// Encodes a bitmap.
    ///
    /// - Throws: `format-not-taken` if the placement does not accept the format; `over-budget` if
    ///   no format meets the budget, unless the budget is disputed: then it is ignored with a
    ///   warning.
    func encode(_ bitmap: Bitmap, with encoder: PNGEncoder) throws(CardError) -> Result {
        var reserve: Result?
        var fault: EncodeError?
        for format in try formats() {
            do {
                let picture = try BlueHeartCodecs.encode(bitmap, as: options(format), with: encoder)
                guard picture.hasFewerColors else { return Result(picture: picture) }
                if reserve == nil { reserve = Result(picture: picture) }
            } catch {
                if fault == nil { fault = error }
            }
        }
        if let reserve { return reserve }
        if case .overBudget(_, let limit) = fault, isBudgetDisputed {
            return try encodeBeyond(limit, bitmap, encoder)
        }
        throw cardError(fault)
    }

    private var isBudgetDisputed: Bool {
        placement.provenance["maxBytes"]?.certainty == .disputed
    }

    private func encodeBeyond(
        _ limit: Int, _ bitmap: Bitmap, _ encoder: PNGEncoder
    ) throws(CardError) -> Result {
        var free = self
        free.placement.maxBytes = nil
        var result = try free.encode(bitmap, with: encoder)
        let bytes = result.picture.bytes.count
        result.warnings.append(
            Diagnostic(
                .warning, code: "perhaps-over-budget",
                "the picture for \(placement.name) has \(bytes) bytes; some sources say that "
                    + "\(limit) are allowed", hint: "use a quieter picture or fewer colours"))
        return result
    }

    /// The formats to try.
    ///
    /// - Throws: `format-not-taken`.
    func formats() throws(CardError) -> [ImageFormat] {
        guard let format else { return placement.formats }
        guard placement.formats.contains(format) else {
            let names = placement.formats.map(\.rawValue).joined(separator: ", ")
            throw CardError(
                .data,
                Diagnostic(
                    code: "format-not-taken",
                    "the placement \(placement.name) does not take \(format.rawValue)",
                    hint: "choose one of \(names)"))
        }
        return [format]
    }

    private func options(_ format: ImageFormat) -> EncodeOptions {
        EncodeOptions(
            format: format, effort: effort, maxBytes: placement.maxBytes, metadata: metadata)
    }

    private func cardError(_ error: EncodeError?) -> CardError {
        guard let error else { preconditionFailure("\(placement.name) takes no format") }
        let (code, hint) =
            switch error {
            case .overBudget:
                ("over-budget", "use a quieter picture or fewer colours, or allow a smaller format")
            case .sideTooLong: ("side-too-long", "choose another format")
            case .metadataTooLong:
                ("metadata-too-long", "shorten the caption and the long alt text")
            case .failed: ("encoder-failed", "try again with fewer jobs at a time")
            }
        return CardError(
            code == "encoder-failed" ? .busy : .template,
            Diagnostic(
                code: code, "the picture for \(placement.name) cannot be written: \(error)",
                hint: hint))
    }
}

extension EncodedPicture {
    /// True if colours were reduced to meet the budget.
    fileprivate var hasFewerColors: Bool {
        if case .png(_, isReduced: true) = coding { return true }
        return false
    }
}
