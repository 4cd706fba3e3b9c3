/// The files of `new kit`: a campaign with one template in one language.
enum KitStarter {
    /// Paths in the kit's folder and their content.
    ///
    /// - Parameters:
    ///   - schemas: the folder of schemas relative to the kit's.
    static func files(name: String, title: String, schemas: String) -> [(
        path: String, text: String
    )] {
        [
            ("kit.json", kit(name: name, title: title, schemas: schemas)),
            ("words/en.json", words(schemas: schemas)),
            ("hello.json", template(schemas: schemas)),
            ("assets/symbol.svg", symbol),
        ]
    }

    /// Templates use `ground` and `words`; one variant maps them for the dark theme.
    private static func kit(name: String, title: String, schemas: String) -> String {
        """
        {
          "$schema": "\(schemas)/kit.schema.json",
          "name": "\(name)",
          "title": "\(title)",
          "languages": [{ "tag": "en", "reviewed": true }],
          "palette": {
            "ink": "#1D2B2A", "paper": "#FFFFFF", "mist": "#E9F1EC", "pine": "#14463D",
            "leaf": "#2F7D5B", "spring": "#A7DBB8",
            "ground": "mist", "words": "ink", "mark": "leaf"
          },
          "fonts": { "display": ["Noto Sans"], "text": ["Noto Sans"] },
          "reference": "display",
          "spacing": { "s": 8, "m": 14, "l": 24 },
          "families": { "tall": ["square", "portrait", "story"], "wide": ["og", "x"] },
          "styles": {
            "headline": {
              "fontFamily": "display", "fontWeight": 700, "fontSize": { "min": 24, "max": 46 },
              "lineHeight": 1.12, "letterSpacing": -0.015, "wrap": "balance", "maxLines": 4,
              "color": "words"
            },
            "body": {
              "fontFamily": "text", "fontSize": { "min": 12, "max": 17 }, "lineHeight": 1.4,
              "wrap": "balance", "maxLines": 5, "color": "words"
            }
          },
          "variants": [
            {
              "when": { "is": { "theme": "dark" } },
              "palette": { "ground": "pine", "words": "paper", "mark": "spring" }
            },
            {
              "when": { "placement": "wide" },
              "styles": {
                "headline": { "fontSize": { "min": 17, "max": 30 } },
                "body": { "fontSize": { "min": 11, "max": 13 } }
              }
            }
          ],
          "links": { "campaign": "https://example.org" },
          "hashtags": ["#Example"],
          "captions": { "link": "campaign" },
          "credit": "\(title)",
          "rights": "All rights reserved."
        }

        """
    }

    private static func words(schemas: String) -> String {
        """
        {
          "$schema": "../\(schemas)/words.schema.json",
          "hello": {
            "title": "Hello",
            "headline": "Say what matters.",
            "body": "Change these words in words/en.json, and the colours in kit.json.",
            "alt": "A round symbol. The words: Say what matters. Change these words in words/en.json, and the colours in kit.json.",
            "caption": "Say what matters."
          }
        }

        """
    }

    private static let symbol = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
          <title>Put your own symbol here</title>
          <path fill="#2F7D5B" d="M48 0a48 48 0 1 1 0 96a48 48 0 0 1 0-96Z"/>
          <path fill="#A7DBB8" d="M48 96C16 88 14 50 48 24c34 26 32 64 0 72Z"/>
        </svg>

        """

    private static func template(schemas: String) -> String {
        """
        {
          "$schema": "\(schemas)/template.schema.json",
          "name": "hello",
          "title": { "words": "hello.title" },
          "alt": { "words": "hello.alt" },
          "caption": { "words": "hello.caption" },
          "placements": ["tall", "wide"],
          "parameters": {
            "theme": { "type": "choice", "choices": ["light", "dark"], "default": "light" }
          },
          "scene": {
            "type": "frame",
            "id": "card",
            "direction": "column",
            "justify": "spaceBetween",
            "fill": "ground",
            "padding": "safe",
            "children": [
              {
                "type": "image", "id": "symbol", "source": "symbol.svg", "width": 96,
                "height": 96, "alignSelf": "start"
              },
              {
                "type": "frame", "id": "text", "direction": "column",
                "children": [
                  {
                    "type": "text", "id": "headline", "style": "headline",
                    "words": "hello.headline"
                  },
                  {
                    "type": "text", "id": "body", "style": "body", "words": "hello.body",
                    "margin": { "top": "m" }
                  }
                ]
              }
            ]
          },
          "variants": [
            {
              "when": { "placement": "wide" },
              "set": {
                "card": { "direction": "row", "align": "center", "gap": "l" },
                "symbol": { "alignSelf": "center" }, "text": { "grow": 1 }
              }
            }
          ]
        }

        """
    }
}
