public import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages

extension Template {
    /// Messages missing for this template in the words of a language, and their unknown names.
    ///
    /// Empty for every language of the kit in which no card can fail because of its words.
    public func faults(in words: WordList, kit: Kit) -> [Diagnostic] {
        var faults = uses.flatMap { self.faults(of: $0, in: words, kit) }
        for parameter in parameters {
            for value in [parameter.standard, parameter.example].compactMap({ $0 }) {
                let known = faults
                faults += self.faults(of: value, in: words).filter { !known.contains($0) }
            }
        }
        return faults
    }

    private func faults(of use: WordUse, in words: WordList, _ kit: Kit) -> [Diagnostic] {
        var keys = [use.key]
        if use.isPrefix {
            keys = (1...repeatLimit).map { "\(use.key).\($0)" }.filter { words[$0] != nil }
            if keys.isEmpty { keys = ["\(use.key).1"] }
        }
        let scope = MessageScope(
            parameters: parameters, values: kit.sentenceValues, loop: use.loop)
        return keys.flatMap { key -> [Diagnostic] in
            guard let found = words[key] else {
                return [missingWordFault(key, words, at: use.location, path: use.path)]
            }
            do throws(CardError) {
                _ = try scope.bind(found.message, at: found.location, path: found.path)
                return []
            } catch { return error.diagnostics }
        }
    }

    /// Placements of the template that do not exist.
    ///
    /// - Parameter known: the names of all placements, in their order.
    public func faults(inPlacements known: [String]) -> [Diagnostic] {
        let unknown = placementUses.filter { use in
            !known.contains { isSameName($0, use.name) }
        }
        return unknown.flatMap { use in
            let words = use.name.split(separator: "-").map(String.init)
            // Other tools write the network first: `instagram-story`.
            let part = known.first { name in words.contains { isSameName($0, name) } }
            return unknownName(
                "unknown-placement", "placement", use.name, in: known, of: use.node, at: use.path,
                cure: part.map { didYouMean(nearest: $0) } ?? "see blueheart list placements"
            ).diagnostics
        }
    }
}
