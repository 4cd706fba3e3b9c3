/// The template of `new template`: small, complete and well designed.
enum TemplateStarter {
    /// A template for the Blue Heart kit, with its colours, type and heart.
    case house
    /// A template for any kit.
    case plain

    /// A first change of looks, for the sentence about the next step.
    var colors: String {
        self == .house ? "the heart's \"style\" (solid, outline)" : "a colour (\"fill\")"
    }

    /// The template's text.
    ///
    /// - Parameters:
    ///   - schema: path of the schema for editors, relative to the file.
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
          "placements": ["post", "upright", "story", "wide"],
          "parameters": {
            "headline": {
              "type": "text", "default": "Freedom belongs to everyone.", "maxLength": 80,
              "public": true, "label": { "text": "Headline" }
            },
            "theme": { "type": "choice", "choices": ["light", "dark"], "default": "light" }
          },
          "scene": {
            "type": "frame",
            "id": "card",
            "style": ["ground", "page"],
            "direction": "column",
            "justify": "spaceBetween",
            "children": [
              {
                "type": "shape", "id": "heart", "style": "solid", "width": 88,
                "alignSelf": "start"
              },
              {
                "type": "text", "id": "headline", "style": "display", "text": "{headline}",
                "margin": { "vertical": "m" }
              },
              { "type": "text", "id": "footer", "style": "note", "text": "{kit.title}" }
            ]
          },
          "variants": [
            { "when": { "placement": "wide" }, "set": { "heart": { "width": 44 } } }
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
