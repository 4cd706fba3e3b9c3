// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that measuring never slows a build of the project.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "blueheart", path: "..")],
    targets: [
        .executableTarget(
            name: "cards",
            dependencies: [.product(name: "Engine", package: "blueheart")]),
        .executableTarget(
            name: "paragraphs",
            dependencies: [.product(name: "Text", package: "blueheart")]),
        .executableTarget(
            name: "growth",
            dependencies: [.product(name: "Text", package: "blueheart")]),
    ]
)
