// swift-tools-version: 6.2
import PackageDescription

/// Compiler settings of all targets.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// A module with its test target; ARCHITECTURE.md describes the modules.
///
/// Tests can import the module's dependencies and `testDependencies`, and find `fixtures` by the
/// path of their own source files.
func module(
    _ name: String, on dependencies: [Target.Dependency] = [],
    testedWith testDependencies: [Target.Dependency] = [], fixtures: [String] = []
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, swiftSettings: strict),
        .testTarget(
            name: name + "Tests",
            dependencies: dependencies + testDependencies + [.byName(name: name), "Testbench"],
            exclude: fixtures, swiftSettings: strict),
    ]
}

/// A C library from a Debian package, imported by one module only.
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
    // A header of the C library that Swift's module map omits.
    .systemLibrary(name: "CMalloc", path: "Sources/C/CMalloc"),
    // Our own header with single SIMD operations; no library.
    .systemLibrary(name: "CLanes", path: "Sources/C/CLanes"),
    // Our own C code: loops for SIMD extensions that only some processors have.
    .target(name: "CWideLanes", path: "Sources/C/CWideLanes"),
]

let codecLibraries: [Target.Dependency] = [
    "CPNGDecoder", "CJPEGCodec", "CWebP", "CISAL", "CDeflate", "CImageQuant", "CLittleCMS",
    "CQREncode", "CSVG",
]

/// Our own C code: calls that Swift cannot make (setjmp), and libraries loaded on first use.
let codecTargets: [Target] = [
    .target(name: "CPNGDecoder", dependencies: ["CPNG"], path: "Sources/C/CPNGDecoder"),
    .target(name: "CJPEGCodec", dependencies: ["CJPEG"], path: "Sources/C/CJPEGCodec"),
    .target(name: "CSVG", path: "Sources/C/CSVG"),
]

/// Dependencies of the server only; no other module and not the command line links these.
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

let modules: [[Target]] = [
    module("Geometry"),
    module("Diagnostics"),
    module("Markup", on: ["Diagnostics"]),
    module("Product"),
    module("Formats"),
    module("Pixels", on: ["Geometry", "CLanes", "CWideLanes"]),
    module("Support", on: ["Diagnostics", "CCrypto", "CMalloc"]),
    module("Languages", on: ["Diagnostics", "CICU"]),
    module("JSON", on: ["Diagnostics"]),
    module("HTTPSyntax", on: ["Diagnostics"]),
    module("Drawing", on: ["Geometry", "Pixels", "Languages"]),
    module("Codecs", on: ["Formats", "Pixels", "Geometry"] + codecLibraries),
    module("Placements", on: ["Geometry", "Diagnostics", "Formats", "JSON", "Languages"]),
    module("Requests", on: ["Diagnostics", "Formats"]),
    module("Scenes", on: ["Geometry", "Diagnostics", "Languages", "Drawing"]),
    module(
        "Typesetting",
        on: [
            "Geometry", "Diagnostics", "JSON", "Languages", "Drawing", "Codecs", "CFreeType",
            "CHarfBuzz",
        ], testedWith: ["Pixels"]),
    module("Raster", on: ["Geometry", "Pixels", "Drawing"]),
    module(
        "Artwork", on: ["Geometry", "Formats", "Pixels", "Drawing", "Codecs", "CExpat"],
        testedWith: ["Raster"]),
    module(
        "Templates",
        on: [
            "Geometry", "Diagnostics", "JSON", "Languages", "Drawing", "Placements", "Scenes",
            "Requests",
        ]),
    module(
        "Layout",
        on: [
            "Geometry", "Diagnostics", "Pixels", "Languages", "Drawing", "Codecs", "Scenes",
            "Typesetting",
        ]),
    module(
        "Words",
        on: [
            "Diagnostics", "Formats", "Markup", "JSON", "Languages", "Placements", "Scenes",
            "Requests",
        ]),
    module(
        "Sight",
        on: [
            "Geometry", "Diagnostics", "Pixels", "Languages", "Drawing", "Placements", "Scenes",
            "Raster", "Layout",
        ], testedWith: ["Typesetting"]),
    module(
        "Engine",
        on: [
            "Geometry", "Diagnostics", "Formats", "Pixels", "Languages", "Drawing", "Codecs",
            "Placements", "Scenes", "Requests", "Typesetting", "Raster", "Artwork", "Templates",
            "Layout", "Words", "Sight", "Support",
        ], fixtures: ["Fixtures"]),
    module(
        "Drops",
        on: [
            "Geometry", "Diagnostics", "Formats", "Markup", "JSON", "Pixels", "Languages",
            "Drawing", "Placements", "Scenes", "Requests", "Templates", "Codecs", "Words", "Sight",
            "Support", "Engine",
        ], fixtures: ["Fixtures"]),
    module("Addresses", on: ["Diagnostics", "Markup", "JSON", "Support"]),
    module(
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
        // Typesetting, for the benchmarks.
        .library(name: "Text", targets: ["Typesetting", "Drawing", "Languages"]),
        // Draws SVG artwork, for the benchmarks.
        .library(
            name: "Vectors",
            targets: ["Artwork", "Codecs", "Drawing", "Geometry", "Pixels", "Raster"]),
        // Readers of untrusted bytes, for the fuzz targets.
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
    targets: libraries + codecTargets + modules.flatMap { $0 } + [
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
        // Writes the files that are generated from declarations: `scripts/generate`.
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
