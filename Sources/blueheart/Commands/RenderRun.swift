import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartWords

/// Makes the cards of one `render` and reports them.
struct RenderRun {
    enum Style { case paths, json }

    let engine: CardEngine
    let target: RenderTarget
    let sidecars: [CardPart.SidecarKind]
    let style: Style
    /// Files that must not be overwritten.
    let inputs: [String]

    private enum Outcome: Sendable {
        case made(WrittenCard)
        case failed(NamedRequest, CardError)
    }

    /// Makes and writes the cards.
    ///
    /// - Returns: the errors of the cards that were not made.
    /// - Throws: if the output cannot be written.
    func make(_ cards: [NamedRequest]) throws(CardError) -> [CardError] {
        var rest = cards[...]
        var made: [WrittenCard] = []
        var failed: [CardError] = []
        var remarks = Remarks()
        let workers = min(WorkerPool.coreCount, max(1, cards.count))
        try WorkerPool(engine: engine, workers: workers).run { () throws(CardError) in
            rest.popFirst()
        } work: { [target, sidecars] worker, card in
            outcome(of: card, worker, target, sidecars)
        } deliver: { (outcome: Outcome) throws(CardError) in
            switch outcome {
            case .made(let card):
                _ = remarks.tell(card.record.warnings, heading: heading(of: card, among: cards))
                made.append(card)
                if style == .paths, target != .standardOutput { try tellPath(of: card) }
            case .failed(let card, let error):
                guard error.kind != .output else { throw error }
                if cards.count > 1 { Console.warn(printable(card.stem) + ":") }
                Report.tell(error.diagnostics)
                failed.append(error)
            }
        }
        if sidecars.contains(.page), case .folder(let folder) = target {
            var pages = CardPages()
            for card in made { pages.add(card) }
            _ = try pages.write(into: folder)
        }
        if style == .json { try Console.tell(Array(json(made).written().utf8)) }
        return failed
    }

    private func outcome(
        of named: NamedRequest, _ worker: CardWorker, _ target: RenderTarget,
        _ sidecars: [CardPart.SidecarKind]
    ) -> Outcome {
        do throws(CardError) {
            let card = try worker.render(named.request)
            return .made(
                WrittenCard(
                    record: card.record, row: nil,
                    files: try write(card, stem: named.stem)))
        } catch {
            return .failed(named, error)
        }
    }

    private func write(_ card: Card, stem: String) throws(CardError) -> [WrittenFile] {
        switch target {
        case .standardOutput:
            try Console.tell(card.bytes)
            return []
        case .file(let path):
            return try CardFiles(folder: ".", sidecars: sidecars, inputs: inputs).write(
                card, to: path)
        case .folder(let folder):
            return try CardFiles(folder: folder, sidecars: sidecars, inputs: inputs).write(
                card, stem: stem)
        case .tooMany: return []
        }
    }

    private func heading(of card: WrittenCard, among cards: [NamedRequest]) -> String? {
        cards.count > 1 ? card.files.first?.path : nil
    }

    private func tellPath(of card: WrittenCard) throws(CardError) {
        guard let path = card.files.first?.path else { return }
        guard case .folder(let folder) = target, folder != "." else {
            try Console.tell(path)
            return
        }
        try Console.tell(folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)")
    }

    private func json(_ cards: [WrittenCard]) -> JSONValue { .array(cards.map(\.json)) }
}
