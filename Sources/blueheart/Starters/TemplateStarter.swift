/// The template that `new template` writes: small, whole, and good to look at.
enum TemplateStarter {
    /// On the colours, the type and the heart of the house's kit.
    case house
    /// On nothing but what every kit has.
    case plain

    /// Examples of colours, for the sentence that says what to do next.
    var colors: String { self == .house ? " (night, deep, heart, sky)" : "" }

    /// - Parameters:
    ///   - schema: where an editor finds the schema, as seen from the file.
    func text(name: String, schema: String) -> String {
        switch self {
        case .house: house(name: name, schema: schema)
        case .plain: plain(name: name, schema: schema)
        }
    }

    private func house(name: String, schema: String) -> String {
        """
        {
          "$schema": "\(schema)",
          "name": "\(name)",
          "title": { "text": "{headline}" },
          "alt": { "text": "A blue heart on a light ground. The words: {headline} {kit.title}." },
          "caption": { "text": "{headline}" },
          "placements": ["square", "portrait", "story", "og", "x"],
          "parameters": {
            "headline": {
              "type": "text", "default": "Freedom belongs to everyone.", "maxLength": 80,
              "public": true, "label": { "text": "Headline" }
            }
          },
          "reference": { "width": 1080, "height": 1080 },
          "scene": {
            "type": "frame",
            "id": "card",
            "direction": "column",
            "justify": "spaceBetween",
            "fill": "mist",
            "padding": { "top": "safe+l", "end": "safe+l", "bottom": "safe+l", "start": "safe+l" },
            "children": [
              {
                "type": "shape", "id": "heart", "style": "heart", "width": 260, "height": 234,
                "alignSelf": "start", "fill": "heart"
              },
              {
                "type": "text", "id": "headline", "style": "headline", "text": "{headline}",
                "fontSize": { "min": 56, "max": 128 }, "maxLines": 4, "color": "ink",
                "margin": { "top": "m", "bottom": "m" }
              },
              {
                "type": "text", "id": "footer", "style": "signature", "text": "{kit.title}",
                "fontSize": 30, "color": "slate"
              }
            ]
          },
          "variants": [
            {
              "when": { "aspect": { "min": 1.5 } },
              "reference": { "width": 1200, "height": 630 },
              "set": {
                "heart": { "width": 150, "height": 135 },
                "headline": { "fontSize": { "min": 40, "max": 92 }, "maxLines": 2 }
              }
            }
          ]
        }

        """
    }

    private func plain(name: String, schema: String) -> String {
        """
        {
          "$schema": "\(schema)",
          "name": "\(name)",
          "title": { "text": "{headline}" },
          "alt": { "text": "A disc on a light ground. The words: {headline} {kit.title}." },
          "caption": { "text": "{headline}" },
          "placements": ["square", "portrait", "story", "og", "x"],
          "parameters": {
            "headline": {
              "type": "text", "default": "Say what matters.", "maxLength": 80, "public": true,
              "label": { "text": "Headline" }
            }
          },
          "reference": "display",
          "scene": {
            "type": "frame",
            "id": "card",
            "direction": "column",
            "justify": "spaceBetween",
            "fill": "#EEF2F0",
            "padding": "safe",
            "children": [
              {
                "type": "shape", "id": "symbol", "shape": "ellipse", "width": "22vmin",
                "height": "22vmin", "alignSelf": "start", "fill": "#2F7D5B"
              },
              {
                "type": "text", "id": "headline", "text": "{headline}", "fontWeight": 700,
                "fontSize": { "min": 17, "max": 44 }, "lineHeight": 1.12, "wrap": "balance",
                "maxLines": 4, "color": "#1D2B2A", "margin": { "top": 8, "bottom": 8 }
              },
              {
                "type": "text", "id": "footer", "text": "{kit.title}", "fontSize": 11,
                "color": "#1D2B2A"
              }
            ]
          },
          "variants": [
            {
              "when": { "aspect": { "min": 1.5 } },
              "set": { "headline": { "fontSize": { "min": 15, "max": 30 }, "maxLines": 2 } }
            }
          ]
        }

        """
    }
}
