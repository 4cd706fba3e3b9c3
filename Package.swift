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

/// The prefix of our modules' names, against collisions with those of other packages.
///
/// The folders in Sources are named without it.
let prefix = "BlueHeart"

func targets(_ names: [String]) -> [Target.Dependency] { names.map { .byName(name: prefix + $0) } }
func cTargets(_ names: [String]) -> [Target.Dependency] {
    names.map { .byName(name: "C" + prefix + $0) }
}

/// A module with its test target; ARCHITECTURE.md describes the modules.
///
/// Tests can import the module's dependencies and `testDependencies`, and find `fixtures` by the
/// path of their own source files.
///
/// - Parameters:
///   - modules: our modules that it imports, without their prefix.
///   - cModules: targets in Sources/C that it imports.
///   - products: products of other packages.
func module(
    _ name: String, on modules: [String] = [], c cModules: [String] = [],
    products: [Target.Dependency] = [], testedWith testDependencies: [Target.Dependency] = [],
    fixtures: [String] = []
) -> [Target] {
    let dependencies = targets(modules) + cTargets(cModules) + products
    return [
        .target(
            name: prefix + name, dependencies: dependencies, path: "Sources/" + name,
            swiftSettings: strict),
        .testTarget(
            name: name + "Tests",
            dependencies: dependencies + testDependencies + targets([name, "Testbench"]),
            exclude: fixtures, swiftSettings: strict),
    ]
}

/// A program with its own source folder.
func program(
    _ name: String, on modules: [String], products: [Target.Dependency] = []
) -> Target {
    .executableTarget(
        name: name, dependencies: targets(modules) + products, swiftSettings: strict)
}

/// A C library from a Debian package, imported by one module only.
///
/// - Parameter pkgConfig: nil: linked from its archive, as its module map says.
func library(_ name: String, pkgConfig: String? = nil, package: String) -> Target {
    .systemLibrary(
        name: "C" + prefix + name, path: "Sources/C/" + name, pkgConfig: pkgConfig,
        providers: [.apt([package])])
}

/// Declarations of the C library or of a header of ours, without a library to link.
func header(_ name: String) -> Target {
    .systemLibrary(name: "C" + prefix + name, path: "Sources/C/" + name)
}

/// Our own C code.
///
/// - Parameter libraries: libraries to link, whose headers only this code includes.
func cModule(
    _ name: String, on cModules: [String] = [], libraries: [String] = []
) -> Target {
    .target(
        name: "C" + prefix + name, dependencies: cTargets(cModules), path: "Sources/C/" + name,
        linkerSettings: libraries.map { .linkedLibrary($0) })
}

let cModules: [Target] = [
    library("FreeType", pkgConfig: "freetype2", package: "libfreetype-dev"),
    library("HarfBuzz", pkgConfig: "harfbuzz", package: "libharfbuzz-dev"),
    library("PNG", pkgConfig: "libpng", package: "libpng-dev"),
    library("JPEG", pkgConfig: "libjpeg", package: "libjpeg62-turbo-dev"),
    library("WebP", pkgConfig: "libwebp", package: "libwebp-dev"),
    library("ISAL", pkgConfig: "libisal", package: "libisal-dev"),
    library("Deflate", pkgConfig: "libdeflate", package: "libdeflate-dev"),
    library("ImageQuant", pkgConfig: "imagequant", package: "libimagequant-dev"),
    library("LittleCMS", pkgConfig: "lcms2", package: "liblcms2-dev"),
    library("Expat", pkgConfig: "expat", package: "libexpat1-dev"),
    library("Zip", pkgConfig: "libzip", package: "libzip-dev"),
    library("QREncode", pkgConfig: "libqrencode", package: "libqrencode-dev"),
    library("Crypto", package: "libssl-dev"),
    // A header of the C library that Swift's module map omits.
    header("Malloc"),
    // Single SIMD operations.
    header("Lanes"),
    // Loops for SIMD extensions that only some processors have.
    cModule("WideLanes"),
    // Calls that Swift cannot make (setjmp), and a library that is loaded on first use.
    cModule("PNGDecoder", on: ["PNG"]),
    cModule("JPEGCodec", on: ["JPEG"]),
    cModule("SVG"),
    // The kernel's filters of system calls and files, which take structures and jumps of C.
    cModule("Sandbox"),
    // Wrappers without the types of ICU, of which Foundation has other versions.
    cModule("ICU", libraries: ["icui18n", "icuuc"]),
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
    module("Pixels", on: ["Geometry"], c: ["Lanes", "WideLanes"]),
    module("Support", on: ["Diagnostics"], c: ["Crypto", "Malloc", "Sandbox"]),
    module("Languages", on: ["Diagnostics"], c: ["ICU"]),
    module("JSON", on: ["Diagnostics"]),
    module("XML", c: ["Expat"]),
    module("Workbooks", on: ["XML"], c: ["Zip"], fixtures: ["Fixtures"]),
    module("HTTPSyntax", on: ["Diagnostics"]),
    module("Drawing", on: ["Geometry", "Pixels", "Languages"]),
    module(
        "Codecs", on: ["Formats", "Pixels", "Geometry"],
        c: [
            "PNGDecoder", "JPEGCodec", "WebP", "ISAL", "Deflate", "ImageQuant", "LittleCMS",
            "QREncode", "SVG",
        ]),
    module("Placements", on: ["Geometry", "Diagnostics", "Formats", "JSON", "Languages"]),
    module("Requests", on: ["Diagnostics", "Formats"]),
    module("Scenes", on: ["Geometry", "Diagnostics", "Languages", "Drawing"]),
    module(
        "Typesetting",
        on: ["Geometry", "Diagnostics", "JSON", "Languages", "Drawing", "Codecs"],
        c: ["FreeType", "HarfBuzz"], testedWith: targets(["Pixels"])),
    module("Raster", on: ["Geometry", "Pixels", "Drawing"]),
    module(
        "Artwork", on: ["Geometry", "Formats", "XML", "Pixels", "Drawing", "Codecs"],
        testedWith: targets(["Raster"])),
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
        ], testedWith: targets(["Typesetting"])),
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
            "Support", "Engine", "Workbooks",
        ], fixtures: ["Fixtures"]),
    module("Addresses", on: ["Diagnostics", "Markup", "JSON", "Support"]),
    module(
        "Server",
        on: [
            "Geometry", "Diagnostics", "Formats", "Markup", "JSON", "Pixels", "Languages", "Codecs",
            "Placements", "Scenes", "Requests", "Templates", "Words", "Support", "Engine",
            "Addresses", "HTTPSyntax",
        ], products: serverLibraries,
        testedWith: [
            "blueheart-server", "decoder-exploit",
            .product(name: "NIOEmbedded", package: "swift-nio"),
        ],
        fixtures: ["Fixtures"]),
]

let package = Package(
    name: "blueheart",
    products: [
        .executable(name: "blueheart", targets: ["blueheart"]),
        .executable(name: "blueheart-server", targets: ["blueheart-server"]),
        .library(name: prefix, targets: [prefix]),
        // Readers of untrusted bytes, typesetting and drawing, for the fuzz targets and benchmarks.
        .library(
            name: prefix + "Parts",
            targets: [
                "JSON", "Geometry", "Languages", "Pixels", "Codecs", "Placements", "Templates",
                "Drops", "HTTPSyntax", "Addresses", "Artwork", "Drawing", "Raster", "Typesetting",
            ].map { prefix + $0 }),
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
    targets: cModules + modules.flatMap { $0 } + [
        .target(
            name: prefix,
            dependencies: targets([
                "Codecs", "Diagnostics", "Engine", "Formats", "Languages", "Pixels", "Placements",
                "Requests", "Scenes", "Words",
            ]), path: "Sources/BlueHeart", swiftSettings: strict),
        program(
            "blueheart",
            on: [
                "Diagnostics", "Formats", "JSON", "Languages", "Markup", "Placements",
                "Typesetting", "Templates", "Layout", "Sight", "Geometry", "Drawing", "Scenes",
                "Requests", "Words", "Product", "Support", "Engine", "Drops", "Addresses",
            ], products: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
        program("blueheart-server", on: ["Diagnostics", "Product", "Support", "Engine", "Server"]),
        // Writes the files that are generated from declarations: `scripts/generate`.
        program("generate", on: ["Diagnostics", "Drops", "Engine", "Templates", "Words"]),
        .testTarget(
            name: "blueheartTests",
            dependencies: ["blueheart"] + targets(["Diagnostics", "JSON", "Engine", "Testbench"]),
            exclude: ["Fixtures"], swiftSettings: strict),
        .target(
            name: prefix + "Testbench", dependencies: targets(["Pixels"]),
            path: "Tests/Testbench", swiftSettings: strict),
        // Code in a confined process that attacks the system, for the tests of the photo decoder.
        .executableTarget(
            name: "decoder-exploit", dependencies: cTargets(["Sandbox"]),
            path: "Tests/DecoderExploit"),
        .testTarget(
            name: "TestbenchTests", dependencies: targets(["Testbench", "Pixels"]),
            swiftSettings: strict),
    ]
)
