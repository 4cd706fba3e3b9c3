import BlueHeartLanguages

/// Mail addresses and accounts of networks in a text.
enum AccountPattern {
    static func holds(_ tokens: [ContactToken]) -> Bool {
        tokens.indices.contains { index in
            tokens[index].isSign("@") || isMail(tokens, at: index) || isHandle(tokens, at: index)
                || isOnNetwork(tokens, at: index)
        }
    }

    /// "anna gmail com", "anna (gmail)": a host of mail that is no other word.
    private static func isMail(_ tokens: [ContactToken], at index: Int) -> Bool {
        tokens[index].isWord && MailWords.only.contains(tokens[index].look)
    }

    /// `anna_b`, `anna#1234`.
    private static func isHandle(_ tokens: [ContactToken], at index: Int) -> Bool {
        guard index > 0, index + 1 < tokens.count, tokens[index - 1].isWord,
            !tokens[index].hasBlankBefore, !tokens[index + 1].hasBlankBefore
        else { return false }
        if tokens[index].isSign("_") {
            return tokens[index + 1].isWord && hasLetters(tokens, index)
        }
        return tokens[index].isSign("#") && tokens[index + 1].isNumber
            && tokens[index + 1].look.utf8.count == 4
    }

    private static func hasLetters(_ tokens: [ContactToken], _ index: Int) -> Bool {
        !tokens[index - 1].isNumber || !tokens[index + 1].isNumber
    }

    /// "IG: anna", "insta anna99", "telegram anna.b".
    private static func isOnNetwork(_ tokens: [ContactToken], at index: Int) -> Bool {
        guard index + 1 < tokens.count,
            networks.contains(tokens[index].plain)
                || networks.contains(tokens[index].look)
        else { return false }
        let next = tokens[index + 1]
        if next.isWord { return isAccount(tokens, at: index + 1) }
        guard index + 2 < tokens.count, tokens[index + 2].isWord || tokens[index + 2].isSign("/")
        else { return false }
        if [":", "=", "/", ">", "|", "~"].contains(next.look) { return true }
        return next.look == "-" && !next.hasBlankBefore && !tokens[index + 2].hasBlankBefore
    }

    /// True for a word that is no other word: with digits and letters, or with a dot inside.
    private static func isAccount(_ tokens: [ContactToken], at index: Int) -> Bool {
        let word = tokens[index]
        if word.hasDigit && (!word.isNumber || word.look.utf8.count > 4) { return true }
        if word.look == "id" || word.look == "name" { return index + 1 < tokens.count }
        guard index + 2 < tokens.count else { return false }
        return tokens[index + 1].isSign(".") && tokens[index + 2].isWord
            && !tokens[index + 1].hasBlankBefore && !tokens[index + 2].hasBlankBefore
    }

    /// Networks and their short names.
    private static let networks = Set(
        [
            "ig", "insta", "instagram", "fb", "facebook", "tg", "telegram", "tiktok", "snap",
            "snapchat", "sc", "wa", "whatsapp", "viber", "signal", "discord", "skype", "twitter",
            "kik",
            "vk", "vkontakte", "linkedin", "youtube", "yt", "onlyfans", "of", "wechat", "weixin",
            "weibo",
            "qq", "line", "kakao", "kakaotalk", "zalo", "reddit", "twitch", "threads", "mastodon",
            "bluesky", "messenger", "imo", "paypal", "venmo", "cashapp", "инста", "инстаграм", "вк",
            "вконтакте", "телега", "телеграм", "телеграмм", "вайбер", "ватсап", "вацап", "微信", "微博",
            "抖音",
            "انستا", "انستغرام", "انستقرام", "سناب", "سناب شات", "تيليجرام", "تلغرام", "واتساب",
            "واتس", "فيسبوك",
            "इंस्टाग्राम", "व्हाट्सएप", "टेलीग्राम", "ไลน์", "ไอจี", "เฟซบุ๊ก", "ίνσταγκραμ", "τικτοκ",
            "ინსტაგრამი", "ინსტა", "ინსტაგრამ", "ինստագրամ", "ኢንስታግራም", "ቴሌግራም",
        ].map(plainForm))
}
