// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// One room of the house; ARCHITECTURE.md says what lives where.
///
/// Its tests see what the room sees, and what they are `testedWith`; they find their `fixtures` by
/// the path of their own files.
func room(
    _ name: String, on dependencies: [Target.Dependency] = [],
    testedWith witnesses: [Target.Dependency] = [], fixtures: [String] = []
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, swiftSettings: strict),
        .testTarget(
            name: name + "Tests",
            dependencies: dependencies + witnesses + [.byName(name: name), "Testbench"],
            exclude: fixtures, swiftSettings: strict),
    ]
}

/// A C library from Debian's packages, imported by one room only.
func library(_ name: String, pkgConfig: String, package: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig,
        providers: [.apt([package])])
}

let libraries: [Target] = [
    library("CFreeType", pkgConfig: "freetype2", package: "libfreetype-dev"),
    library("CHarfBuzz", pkgConfig: "harfbuzz", package: "libharfbuzz-dev"),
    library("CICU", pkgConfig: "icu-i18n", package: "libicu-dev"),
    library("CPNG", pkgConfig: "libpng", package: "libpng-dev"),
    library("CJPEG", pkgConfig: "libjpeg", package: "libjpeg62-turbo-dev"),
    library("CWebP", pkgConfig: "libwebp", package: "libwebp-dev"),
    library("CISAL", pkgConfig: "libisal", package: "libisal-dev"),
    library("CDeflate", pkgConfig: "libdeflate", package: "libdeflate-dev"),
    library("CImageQuant", pkgConfig: "imagequant", package: "libimagequant-dev"),
    library("CLittleCMS", pkgConfig: "lcms2", package: "liblcms2-dev"),
    library("CExpat", pkgConfig: "expat", package: "libexpat1-dev"),
    library("CQREncode", pkgConfig: "libqrencode", package: "libqrencode-dev"),
    // Linked from its archive, as its module map says.
    .systemLibrary(
        name: "CCrypto", path: "Sources/C/CCrypto", providers: [.apt(["libssl-dev"])]),
    // The C library's own, which Swift's module of it leaves out.
    .systemLibrary(name: "CMalloc", path: "Sources/C/CMalloc"),
    // No library: a header of our own with single steps on vector lanes.
    .systemLibrary(name: "CLanes", path: "Sources/C/CLanes"),
    // C of our own too: loops on lanes that only some processors have.
    .target(name: "CWideLanes", path: "Sources/C/CWideLanes"),
]

let codecLibraries: [Target.Dependency] = [
    "CPNGDecoder", "CJPEGCodec", "CWebP", "CISAL", "CDeflate", "CImageQuant", "CLittleCMS",
    "CQREncode", "CSVG",
]

/// C of our own: what Swift must not do (setjmp), and libraries that are loaded when first needed.
let codecTargets: [Target] = [
    .target(name: "CPNGDecoder", dependencies: ["CPNG"], path: "Sources/C/CPNGDecoder"),
    .target(name: "CJPEGCodec", dependencies: ["CJPEG"], path: "Sources/C/CJPEGCodec"),
    .target(name: "CSVG", path: "Sources/C/CSVG"),
]

/// What the server stands on; no room below it, and not the command line, builds or links these.
let serverLibraries: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "Logging", package: "swift-log"),
    .product(name: "CoreMetrics", package: "swift-metrics"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
]

let rooms: [[Target]] = [
    room("Geometry"),
    room("Diagnostics"),
    room("Markup", on: ["Diagnostics"]),
    room("Product"),
    room("Formats"),
    room("Pixels", on: ["Geometry", "CLanes", "CWideLanes"]),
    room("Support", on: ["Diagnostics", "CCrypto", "CMalloc"]),
    room("Languages", on: ["Diagnostics", "CICU"]),
    room("JSON", on: ["Diagnostics"]),
    room("HTTPSyntax", on: ["Diagnostics"]),
    room("Drawing", on: ["Geometry", "Pixels", "Languages"]),
    room("Codecs", on: ["Formats", "Pixels", "Geometry"] + codecLibraries),
    room("Placements", on: ["Geometry", "Diagnostics", "Formats", "JSON", "Languages"]),
    room("Requests", on: ["Diagnostics", "Formats"]),
    room("Scenes", on: ["Geometry", "Diagnostics", "Languages", "Drawing"]),
    room(
        "Typesetting",
        on: [
            "Geometry", "Diagnostics", "JSON", "Languages", "Drawing", "Codecs", "CFreeType",
            "CHarfBuzz",
        ], testedWith: ["Pixels"]),
    room("Raster", on: ["Geometry", "Pixels", "Drawing"]),
    room(
        "Artwork", on: ["Geometry", "Formats", "Pixels", "Drawing", "Codecs", "CExpat"],
        testedWith: ["Raster"]),
    room(
        "Templates",
        on: [
            "Geometry", "Diagnostics", "JSON", "Languages", "Drawing", "Placements", "Scenes",
            "Requests",
        ]),
    room(
        "Layout",
        on: [
            "Geometry", "Diagnostics", "Pixels", "Languages", "Drawing", "Codecs", "Scenes",
            "Typesetting",
        ]),
    room(
        "Words",
        on: [
            "Diagnostics", "Formats", "Markup", "JSON", "Languages", "Placements", "Scenes",
            "Requests",
        ]),
    room(
        "Sight",
        on: [
            "Geometry", "Diagnostics", "Pixels", "Languages", "Drawing", "Placements", "Scenes",
            "Raster", "Layout",
        ], testedWith: ["Typesetting"]),
    room(
        "Engine",
        on: [
            "Geometry", "Diagnostics", "Formats", "Pixels", "Languages", "Drawing", "Codecs",
            "Placements", "Scenes", "Requests", "Typesetting", "Raster", "Artwork", "Templates",
            "Layout", "Words", "Sight", "Support",
        ], fixtures: ["Fixtures"]),
    room(
        "Drops",
        on: [
            "Geometry", "Diagnostics", "Formats", "Markup", "JSON", "Pixels", "Languages",
            "Drawing", "Placements", "Scenes", "Requests", "Templates", "Codecs", "Words", "Sight",
            "Support", "Engine",
        ], fixtures: ["Fixtures"]),
    room("Addresses", on: ["Diagnostics", "Markup", "JSON", "Support"]),
    room(
        "Server",
        on: [
            "Geometry", "Diagnostics", "Formats", "Markup", "JSON", "Pixels", "Languages", "Codecs",
            "Placements", "Scenes", "Requests", "Templates", "Words", "Support", "Engine",
            "Addresses",
            "HTTPSyntax",
        ] + serverLibraries,
        testedWith: ["blueheart-server", .product(name: "NIOEmbedded", package: "swift-nio")],
        fixtures: ["Fixtures"]),
]

let package = Package(
    name: "blueheart",
    products: [
        .executable(name: "blueheart", targets: ["blueheart"]),
        .executable(name: "blueheart-server", targets: ["blueheart-server"]),
        .library(name: "Engine", targets: ["Engine"]),
        // What sets paragraphs, for the benchmarks.
        .library(name: "Text", targets: ["Typesetting", "Drawing", "Languages"]),
        // Draws SVG artwork, for the benchmarks.
        .library(
            name: "Vectors",
            targets: ["Artwork", "Codecs", "Drawing", "Geometry", "Pixels", "Raster"]),
        // What reads bytes from strangers, for the fuzz entries.
        .library(
            name: "Readers",
            targets: [
                "JSON", "Geometry", "Languages", "Codecs", "Placements", "Templates", "Drops",
                "HTTPSyntax", "Addresses", "Artwork", "Drawing", "Pixels", "Raster",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: libraries + codecTargets + rooms.flatMap { $0 } + [
        .target(
            name: "Testbench", dependencies: ["Pixels"], path: "Tests/Testbench",
            swiftSettings: strict),
        .testTarget(
            name: "TestbenchTests", dependencies: ["Testbench", "Pixels"], swiftSettings: strict),
        .executableTarget(
            name: "blueheart",
            dependencies: [
                "Diagnostics", "Formats", "JSON", "Languages", "Markup", "Placements",
                "Typesetting", "Templates", "Layout", "Sight", "Geometry", "Drawing", "Scenes",
                "Requests", "Words", "Product", "Support", "Engine", "Drops", "Addresses",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        // Writes the files that are made from declarations: `scripts/generate`.
        .executableTarget(
            name: "generate", dependencies: ["Diagnostics", "Engine", "Templates", "Words"],
            swiftSettings: strict),
        .executableTarget(
            name: "blueheart-server",
            dependencies: [
                "Diagnostics", "Product", "Support", "Engine", "Server",
            ], swiftSettings: strict),
        .testTarget(
            name: "blueheartTests",
            dependencies: ["blueheart", "Diagnostics", "JSON", "Engine", "Testbench"],
            exclude: ["Fixtures"],
            swiftSettings: strict),
    ]
)
