/// A small card without a fault, into which tests plant one: 240 x 126 px, shown at that size.
struct PlantedCard {
    var ground = "\"paper\""
    /// Below everything else, as JSON, each with a comma behind it.
    var below = ""
    var headline = Line(id: "headline", words: "Wear the blue heart.", size: 18, top: 12)
    var body = Line(id: "body", words: "Stand with everyone.", size: 12, top: 84)
    var heart = Heart()
    /// Above everything else, as JSON, each with a comma before it.
    var above = ""

    var title = "A blue heart"
    var alt = "A blue heart on white. The words: Wear the blue heart. Stand with everyone."
    var longAlt: String?
    var caption = "Everyone can wear it. Share it with a friend."
    var hashtags = ["#WearIt"]
    var language = "en"
    var placement = "wide"
    var height = 126

    struct Line {
        var id: String
        var words: String
        var size: Double
        var sizes: String?
        var start = 14.0
        var top: Double
        var width = 150.0
        var color = "\"ink\""
        /// More fields, each with a comma before it.
        var fields = ""

        var json: String {
            """
            { "type": "text", "id": "\(id)", "words": "NAME.\(id)", "position": "absolute", \
            "start": \(start), "top": \(top), "width": \(width), "fontFamily": "text", \
            "fontSize": \(sizes ?? "\(size)"), "lineHeight": 1.2, "color": \(color)\(fields) }
            """
        }
    }

    struct Heart {
        var fill = "\"heart\""
        var start = 178.0
        var top = 16.0
        var width = 40.0
        var height = 40.0
        var fields = ""

        var json: String {
            """
            { "type": "shape", "shape": "heart", "id": "heart", "role": "symbol", \
            "position": "absolute", "start": \(start), "top": \(top), "width": \(width), \
            "height": \(height), "fill": \(fill)\(fields) }
            """
        }
    }
}

extension PlantedCard {
    /// The template; its words have keys that begin with its name.
    func template(_ name: String) -> String {
        let long = longAlt == nil ? "" : "\"longAlt\": { \"words\": \"\(name).longAlt\" },"
        let tags = hashtags.map { "\"\($0)\"" }.joined(separator: ", ")
        let children =
            below + [headline.json, body.json, heart.json].joined(separator: ", ") + above
        return """
            {
              "name": "\(name)", "title": { "words": "\(name).title" },
              "alt": { "words": "\(name).alt" }, \(long)
              "caption": {
                "text": { "words": "\(name).caption" }, "hashtags": [\(tags)]
              },
              "placements": ["wide", "cut", "header", "round", "brief"],
              "parameters": {},
              "reference": { "width": 240, "height": \(height) },
              "scene": {
                "type": "frame", "direction": "overlay", "fill": \(ground),
                "children": [\(children.replacing("NAME.", with: name + "."))]
              }
            }
            """
    }

    /// The words of the template, one member of a file of words.
    func words(_ name: String) -> String {
        var fields = [
            ("title", title), ("alt", alt), ("caption", caption), ("headline", headline.words),
            ("body", body.words),
        ]
        if let longAlt { fields.append(("longAlt", longAlt)) }
        let members = fields.map { "\"\($0.0)\": \"\($0.1)\"" }.joined(separator: ", ")
        return "\"\(name)\": { \(members) }"
    }

    /// A rectangle of one paint, as JSON.
    static func box(
        _ fill: String, start: Double = 0, top: Double = 0, width: Double = 240,
        height: Double = 126
    ) -> String {
        """
        { "type": "shape", "shape": "rectangle", "position": "absolute", "start": \(start), \
        "top": \(top), "width": \(width), "height": \(height), "fill": \(fill) }
        """
    }
}
