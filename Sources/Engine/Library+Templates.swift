import Diagnostics
import Languages
import Templates

extension Library {
    /// A template by name, or the file that a person named, with its kit.
    func template(
        _ choice: CardJob.TemplateChoice, kit: String
    ) throws(CardError) -> (kit: KitFolder, template: Template) {
        switch choice {
        case .named(let name):
            let folder = try self.kit(kit)
            return (folder, try template(named: name, in: folder))
        case .file(let file):
            let folder = try self.kit(kitName(ofFile: file) ?? kit)
            return (folder, try template(inFile: file, of: folder))
        }
    }

    /// The folder of a template's file as a path, where it holds a kit.
    private func kitName(ofFile file: String) -> String? {
        let folder = parentFolder(of: file)
        guard fileKind(at: folder + "/kit.json") == .file else { return nil }
        // With a slash it is a path and not the name of a kit.
        return folder.utf8.contains(UInt8(ascii: "/")) ? folder : "./" + folder
    }

    func templateNames(in folder: KitFolder) throws(CardError) -> [String] {
        try names(in: folder.path, "the kit")
            .filter { $0.hasSuffix(".json") && $0 != "kit.json" }
            .map { String($0.dropLast(".json".count)) }
    }

    func template(named name: String, in folder: KitFolder) throws(CardError) -> Template {
        let file = "\(folder.path)/\(name).json"
        guard isFileName(name), name != "kit", fileKind(at: file) == .file else {
            throw unknownTemplate(name, folder, try templateNames(in: folder))
        }
        return try template(inFile: file, of: folder)
    }

    private func template(
        inFile file: String, of folder: KitFolder
    ) throws(CardError) -> Template {
        // The same file is another template in another kit.
        try readTemplates.value(for: folder.path + "\n" + file) { () throws(CardError) in
            let bytes = try document(file, "the template")
            return try Template.read(bytes, file: file, in: folder.kit) {
                (name) throws(CardError) in
                try base(named: name, in: folder)
            }
        }
    }

    /// The bytes of a template that another one extends.
    private func base(
        named name: String, in folder: KitFolder
    ) throws(CardError) -> (bytes: [UInt8], file: String) {
        let file = "\(folder.path)/\(name).json"
        guard isFileName(name), name != "kit", fileKind(at: file) == .file else {
            throw unknownTemplate(name, folder, try templateNames(in: folder))
        }
        return (try document(file, "the template"), file)
    }

    private func unknownTemplate(
        _ name: String, _ folder: KitFolder, _ names: [String]
    ) -> CardError {
        CardError(
            .template,
            Diagnostic(
                code: "unknown-template",
                "the kit \(quoted(folder.kit.name)) has no template \(quoted(name))",
                hint: nameHint(for: name, among: names)))
    }
}

extension Library {
    /// The sentences of a kit in one of its languages.
    func words(_ language: Language, of folder: KitFolder) throws(CardError) -> WordList {
        let file = "\(folder.path)/words/\(language.tag).json"
        return try wordLists.value(for: file) { () throws(CardError) in
            // Sentences in many languages are longer than what a template says of them.
            let limit = 4 * options.limits.documentBytes
            let bytes = try document(file, "the file of words", limit: limit)
            return try WordList.read(bytes, file: file, language: language)
        }
    }

    /// `assets` beside a kit's own `kit.json`, or else the kit's part of the assets folder.
    func artworkFolder(of folder: KitFolder) -> String {
        let own = folder.path + "/assets"
        return fileKind(at: own) == .folder ? own : "\(options.assetsFolder)/\(folder.kit.name)"
    }
}
