// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that measuring never slows a build of the project.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "blueheart", path: "..")],
    targets: [
        .executableTarget(
            name: "cards",
            dependencies: [.product(name: "BlueHeart", package: "blueheart")]),
        .target(
            name: "BenchmarkFonts",
            dependencies: [.product(name: "BlueHeartParts", package: "blueheart")],
            swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
        .executableTarget(
            name: "paragraphs",
            dependencies: [
                "BenchmarkFonts", .product(name: "BlueHeartParts", package: "blueheart"),
            ]),
        .executableTarget(
            name: "growth",
            dependencies: [
                "BenchmarkFonts", .product(name: "BlueHeartParts", package: "blueheart"),
            ]),
    ]
)
