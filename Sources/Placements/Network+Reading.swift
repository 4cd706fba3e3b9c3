import BlueHeartDiagnostics
import BlueHeartJSON

extension Network {
    static func read(
        _ name: String, _ node: JSONNode, _ path: JSONPath
    ) throws(CardError) -> Network {
        var object = ObjectReader(node, at: path)
        var months: [String] = []
        func figure<Value>(_ field: String, _ body: NodeBody<Value>) -> Figure<Value>? {
            let figure = object.optional(field) { node, path throws(CardError) in
                try Figure.read(node, at: path, body)
            }
            if let figure { months.append(figure.provenance.checked) }
            return figure
        }
        func limit(_ field: String) -> Figure<Int>? {
            figure(field) { node, path throws(CardError) in
                try node.integer(at: path, in: 1...1_000_000)
            }
        }
        func flag(_ field: String) -> Bool? {
            figure(field) { node, path throws(CardError) in try node.bool(at: path) }?.value
        }
        let title = object.string("title")
        let counting: Figure<Counting>? = figure("counting") { node, path throws(CardError) in
            try node.choice(at: path)
        }
        if !object.has("counting") { _ = object.node("counting") }
        var network = Network(
            name: name, title: title, counting: counting?.value ?? .characters,
            altLimit: limit("altLimit"),
            takesCaptions: flag("takesCaptions") ?? true, captionLimit: limit("captionLimit"),
            captionByteLimit: limit("captionByteLimit"), fold: limit("fold"),
            linkLength: limit("linkLength")?.value, followsLinks: flag("followsLinks") ?? true,
            hashtagLimit: limit("hashtagLimit"), hashtagLength: limit("hashtagLength"),
            countsMentionsShort: flag("countsMentionsShort") ?? false, checked: "")
        let domains: Figure<String>? = figure("bareDomains") { node, path throws(CardError) in
            try node.string(at: path)
        }
        let names = domains?.value.split(separator: " ") ?? []
        network.bareDomains = Set(names.map { String($0) })
        try object.finish()
        // Year and month sort as text.
        network.checked = months.min() ?? ""
        return network
    }
}
