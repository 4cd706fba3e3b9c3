// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "RenderOneCard",
    dependencies: [.package(name: "blueheart", path: "../..")],
    targets: [
        .executableTarget(
            name: "RenderOneCard",
            dependencies: [.product(name: "BlueHeart", package: "blueheart")]),
        // Names that packages commonly use: they must not collide with ours.
        .target(name: "JSON"),
        .target(name: "Server", dependencies: ["JSON"]),
    ]
)
