/// The template that `new template` writes: small, whole, and good to look at.
enum TemplateStarter {
    /// - Parameters:
    ///   - schema: where an editor finds the schema, as seen from the file.
    static func text(name: String, schema: String) -> String {
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
}
