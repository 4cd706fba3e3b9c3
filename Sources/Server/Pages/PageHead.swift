import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartTemplates

/// Elements of a page's head for search engines and link previews.
struct PageHead {
    var title: String
    var description: String
    var brand: String
    var language: Language
    /// Full address of the page without anybody's text.
    var address: String
    /// Card in the size of link previews.
    var picture: Picture?

    struct Picture {
        /// Full address.
        var address: String
        var mediaType: String
        var width: Int
        var height: Int
    }

    var html: HTML {
        """
        <meta name="description" content="\(description)">
        <link rel="canonical" href="\(address)">
        \(common)<meta property="og:title" content="\(title)">
        <meta property="og:description" content="\(description)">
        <meta property="og:url" content="\(address)">
        \(picture.map(tags))<meta name="twitter:card" content="summary_large_image">

        """
    }

    /// Elements that the pages of cards have, too.
    var common: HTML {
        """
        <meta property="og:type" content="website">
        <meta property="og:site_name" content="\(brand)">
        <meta property="og:locale" content="\(language.likelyLocale)">

        """
    }

    private func tags(_ picture: Picture) -> HTML {
        """
        <meta property="og:image" content="\(picture.address)">
        <meta property="og:image:type" content="\(picture.mediaType)">
        <meta property="og:image:width" content="\(picture.width)">
        <meta property="og:image:height" content="\(picture.height)">

        """
    }
}

extension PageHead {
    /// - Parameter path: path and query of the page without anybody's text.
    init(_ choice: PageChoice, title: String, path: String, site: String, catalog: PublicCatalog) {
        self.title = title
        description = choice.kit.about(in: choice.language)
        brand = choice.kit.brand(in: choice.language)
        language = choice.language
        address = site + path
        picture = choice.kit.preview(in: choice.language, catalog).map { card in
            Picture(
                address: site + card.pictureAddress, mediaType: card.format.mediaType,
                width: card.placement.widthInPixels, height: card.placement.heightInPixels)
        }
    }
}

extension PublicKit {
    /// The first template of the gallery that has the size of link previews, with its examples.
    fileprivate func preview(
        in language: Language, _ catalog: PublicCatalog
    ) -> PublicCardRequest? {
        guard let placement = catalog.placements["og"],
            let entry = gallery.first(where: { entry in
                entry.template.placements.contains { isSameName($0, "og") }
            })
        else { return nil }
        return PublicCardRequest(
            kit: self, template: entry, placement: placement, language: language,
            format: placement.formats[0], values: examples(of: entry, in: language))
    }
}
