import Markup

/// Addresses at which networks begin a post with words filled in.
///
/// None of them takes a picture: those that show one take it from the page's `og:image`.
///
/// - Source: the networks' pages on sharing, checked 2026-11: X, web intents; Threads, web intents;
///   Bluesky, intent links; Facebook, sharer; LinkedIn, share offsite; WhatsApp, click to chat;
///   Telegram, share button.
struct ShareLinks {
    struct Link: Hashable {
        var network: String
        var address: String
    }

    /// For the networks that take words.
    var caption: String
    /// The card's own page, with its host.
    var page: String
    var title: String

    var all: [Link] {
        [
            link("X", "https://x.com/intent/tweet", [("text", caption)]),
            link("Facebook", "https://www.facebook.com/sharer/sharer.php", [("u", page)]),
            link("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/", [("url", page)]),
            link("WhatsApp", "https://wa.me/", [("text", "\(caption)\n\(page)")]),
            link("Telegram", "https://t.me/share/url", [("url", page), ("text", title)]),
            link("Threads", "https://www.threads.com/intent/post", [("text", caption)]),
            link("Bluesky", "https://bsky.app/intent/compose", [("text", caption)]),
        ]
    }

    private func link(
        _ network: String, _ address: String, _ values: [(name: String, value: String)]
    ) -> Link {
        return Link(network: network, address: "\(address)?\(Address.query(values))")
    }
}
