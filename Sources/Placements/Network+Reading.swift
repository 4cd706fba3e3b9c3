import Diagnostics
import JSON

extension Network {
    static func read(
        _ name: String, _ node: JSONNode, _ path: JSONPath
    ) throws(CardError) -> Network {
        var object = ObjectReader(node, at: path)
        let title = object.string("title")
        let counting = object.read(
            "counting", orStandIn: Counting.characters
        ) { node, path throws(CardError) in
            let figure = try Figure<Counting>.read(node, at: path) {
                node, path throws(CardError) in
                try node.choice(at: path)
            }
            return figure.value
        }
        func limit(_ field: String) -> Figure<Int>? {
            object.optional(field) { node, path throws(CardError) in
                try Figure.read(node, at: path) { node, path throws(CardError) in
                    try node.integer(at: path, in: 1...1_000_000)
                }
            }
        }
        let network = Network(
            name: name, title: title, counting: counting, altLimit: limit("altLimit"),
            captionLimit: limit("captionLimit"), captionByteLimit: limit("captionByteLimit"),
            linkLength: limit("linkLength")?.value, hashtagLimit: limit("hashtagLimit"))
        try object.finish()
        return network
    }
}
