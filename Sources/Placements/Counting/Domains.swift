import Languages

/// Endings that make a word a link on X without a scheme: the generic domains people meet.
///
/// All of IANA's are more than a thousand; a word with another one counts as it stands.
let bareDomains: Set<String> = [
    "aero", "agency", "app", "art", "asia", "biz", "blog", "cat", "center", "chat", "church",
    "city", "club", "com", "community", "coop", "dev", "digital", "earth", "edu", "education",
    "energy", "events", "expert", "foundation", "fund", "fyi", "global", "gov", "green", "group",
    "guide", "health", "help", "info", "int", "international", "jobs", "law", "legal", "life",
    "link", "live", "love", "media", "mil", "mobi", "museum", "name", "net", "network", "news",
    "ngo", "ong", "online", "org", "page", "pro", "report", "rocks", "school", "shop", "site",
    "social", "solutions", "space", "store", "studio", "support", "team", "tech", "tel", "today",
    "tools", "top", "travel", "video", "watch", "website", "wiki", "work", "world", "wtf", "xyz",
    "zone",
]

/// Whether two letters are the domain of a country.
func isCountryDomain(_ name: String) -> Bool {
    guard name.utf8.count == 2 else { return false }
    // The domains of these are not their letters of ISO 3166, or stand for no country there.
    if ["uk", "eu", "su", "ac"].contains(name) { return true }
    return isCountry(name.uppercased())
}
