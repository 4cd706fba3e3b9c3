/// The files that `new kit` writes: a campaign with one template in one language.
enum KitStarter {
    /// Paths in the kit's folder and their content.
    ///
    /// - Parameters:
    ///   - schemas: the folder of schemas as seen from the kit's.
    static func files(name: String, title: String, schemas: String) -> [(
        path: String, text: String
    )] {
        [
            ("kit.json", kit(name: name, title: title, schemas: schemas)),
            ("words/en.json", words),
            ("hello.json", template(schemas: schemas)),
        ]
    }

    private static func kit(name: String, title: String, schemas: String) -> String {
        """
        {
          "$schema": "\(schemas)/kit.schema.json",
          "name": "\(name)",
          "title": "\(title)",
          "languages": [{ "tag": "en", "reviewed": true }],
          "palette": {
            "ink": "#14213D",
            "paper": "#FFFFFF",
            "mist": "#E8F1F8",
            "accent": "#0F6CBD"
          },
          "fonts": { "display": ["Noto Sans"], "text": ["Noto Sans"] },
          "spacing": { "s": 16, "m": 32, "l": 64 },
          "styles": {
            "headline": {
              "fontFamily": "display", "fontWeight": 700, "lineHeight": 1.12, "wrap": "balance"
            },
            "body": {
              "fontFamily": "text", "fontWeight": 400, "lineHeight": 1.4, "wrap": "pretty"
            }
          },
          "links": { "campaign": "https://example.org" },
          "hashtags": ["#Example"],
          "captions": { "action": { "words": "common.action" }, "link": "campaign" },
          "credit": "\(title)",
          "rights": "All rights reserved."
        }

        """
    }

    private static let words = """
        {
          "hello": {
            "title": "Hello",
            "headline": "Say what matters.",
            "body": "Change these words in words/en.json, and the colours in kit.json.",
            "alt": "A light card. The words: Say what matters. Change these words in words/en.json, and the colours in kit.json.",
            "caption": "Say what matters."
          },
          "common": { "action": "Find out more." }
        }

        """

    private static func template(schemas: String) -> String {
        """
        {
          "$schema": "\(schemas)/template.schema.json",
          "name": "hello",
          "title": { "words": "hello.title" },
          "alt": { "words": "hello.alt" },
          "caption": { "words": "hello.caption" },
          "placements": ["square", "portrait", "story", "og", "x"],
          "reference": { "width": 1080, "height": 1080 },
          "scene": {
            "type": "frame",
            "id": "card",
            "direction": "column",
            "justify": "end",
            "fill": "mist",
            "padding": { "top": "safe+l", "end": "safe+l", "bottom": "safe+l", "start": "safe+l" },
            "children": [
              {
                "type": "shape", "id": "band", "shape": "rectangle", "width": 240, "height": 24,
                "corner": 12, "alignSelf": "start", "fill": "accent"
              },
              {
                "type": "text", "id": "headline", "style": "headline", "words": "hello.headline",
                "fontSize": { "min": 56, "max": 132 }, "maxLines": 3, "color": "ink",
                "margin": { "top": "m" }
              },
              {
                "type": "text", "id": "body", "style": "body", "words": "hello.body",
                "fontSize": { "min": 28, "max": 40 }, "maxLines": 4, "color": "ink",
                "margin": { "top": "m" }
              }
            ]
          },
          "variants": [
            {
              "when": { "aspect": { "min": 1.5 } },
              "reference": { "width": 1200, "height": 630 },
              "set": {
                "headline": { "fontSize": { "min": 40, "max": 96 }, "maxLines": 2 },
                "body": { "fontSize": { "min": 24, "max": 32 } }
              }
            }
          ]
        }

        """
    }
}
