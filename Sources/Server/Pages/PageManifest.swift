import BlueHeartJSON
import BlueHeartLanguages

/// Manifest with which a phone puts the page on its home screen.
///
/// - Source: W3C, Web Application Manifest.
struct PageManifest {
    let kit: PublicKit
    let language: Language
    /// Address of the icon, an SVG.
    let icon: String

    var json: JSONValue {
        let name = kit.brand(in: language)
        return .fields([
            ("name", .string(name)), ("short_name", .string(name)),
            ("description", .string(kit.about(in: language))),
            ("lang", .string(language.tag)),
            ("dir", .string(language.direction == .rightToLeft ? "rtl" : "ltr")),
            ("start_url", .string("/?lang=\(language.tag)")), ("display", .string("minimal-ui")),
            ("background_color", .string("#eef5fb")), ("theme_color", .string("#0b5ca6")),
            (
                "icons",
                .array([
                    .fields([
                        ("src", .string(icon)), ("sizes", .string("any")),
                        ("type", .string("image/svg+xml")),
                    ])
                ])
            ),
        ])
    }
}
