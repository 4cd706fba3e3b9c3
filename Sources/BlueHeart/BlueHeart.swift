// The interface for other packages: the modules that appear in the signatures of the engine.
@_exported public import BlueHeartCodecs
@_exported public import BlueHeartDiagnostics
@_exported public import BlueHeartEngine
@_exported public import BlueHeartFormats
@_exported public import BlueHeartLanguages
@_exported public import BlueHeartPixels
@_exported public import BlueHeartPlacements
@_exported public import BlueHeartRequests
@_exported public import BlueHeartScenes
@_exported public import BlueHeartWords
