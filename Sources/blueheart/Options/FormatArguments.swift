public import ArgumentParser
public import BlueHeartFormats

extension ImageFormat: ExpressibleByArgument {
    public static var allValueStrings: [String] { written.map(\.rawValue) }

    /// A format that is written, by any of its file extensions.
    public init?(argument: String) {
        guard let format = ImageFormat(fileExtension: argument), format.isWritten else {
            return nil
        }
        self = format
    }
}

extension EncodeEffort: ExpressibleByArgument {}
