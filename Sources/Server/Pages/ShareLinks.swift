import BlueHeartMarkup

/// Links that open a network's form for a post with text filled in.
///
/// None takes a picture; some networks read it from the page's `og:image`.
///
/// - Source: the networks' pages on sharing, checked 2026-11: X, web intents; Threads, web intents;
///   Bluesky, intent links; Facebook, sharer; LinkedIn, share offsite; WhatsApp, click to chat;
///   Telegram, share button.
struct ShareLinks {
    struct Link: Hashable {
        var network: String
        var address: String
    }

    /// Text for networks that take one.
    var caption: String
    /// Full address of the card's page.
    var page: String
    var title: String

    var all: [Link] {
        [
            link("X", "https://x.com/intent/tweet", [("text", caption), ("url", page)]),
            link("Facebook", "https://www.facebook.com/sharer/sharer.php", [("u", page)]),
            link("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/", [("url", page)]),
            link("WhatsApp", "https://wa.me/", [("text", post)]),
            link("Telegram", "https://t.me/share/url", [("url", page), ("text", title)]),
            link(
                "Threads", "https://www.threads.com/intent/post",
                [("text", caption), ("url", page)]),
            link("Bluesky", "https://bsky.app/intent/compose", [("text", post)]),
        ]
    }

    /// Caption and address, for networks that take one text.
    var post: String { "\(caption)\n\(page)" }

    private func link(
        _ network: String, _ address: String, _ values: [(name: String, value: String)]
    ) -> Link {
        return Link(network: network, address: "\(address)?\(Address.query(values))")
    }
}
