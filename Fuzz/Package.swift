// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that fuzzing never slows a build of the project.
let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "blueheart", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz",
            dependencies: [.product(name: "BlueHeartParts", package: "blueheart")])
    ]
)
