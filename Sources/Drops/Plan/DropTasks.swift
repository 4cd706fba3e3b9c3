import Diagnostics
import Engine

/// Unfolds a plan into cards one by one, as they are asked for.
///
/// Rows are taken in blocks, and within a block the cards of one template, language and placement
/// follow one another, so that a worker finds in its memory what they have in common.
struct DropTasks {
    /// Rows of a block.
    private static let blockSize = 64

    private let plan: DropPlan
    private let selection: Selection
    private var finder: SelectionFinder
    private var columns: Columns
    private var reader: RowReader?
    private var register = NameRegister()
    private var block = RowBlock()
    private var isEnded = false
    /// What people should know and did not ask for.
    private(set) var notes: [Diagnostic] = []

    init(_ plan: DropPlan, kit: KitOutline, reader: RowReader?) throws(CardError) {
        self.plan = plan
        self.reader = reader
        finder = SelectionFinder(kit)
        selection = try finder.selection(of: plan)
        let parameters = selection.templates.flatMap(\.parameters)
        columns = Columns(parameters: parameters, patternNames: plan.pattern.names)
        try checkSet(parameters)
        try checkPattern(parameters)
        noteIdlePlacements()
    }

    /// The next card or fault; nil at the end.
    mutating func next() -> DropTask? {
        while true {
            if let fault = block.takeFault() { return .fault(fault) }
            if let place = block.takePlace() { return .card(card(at: place)) }
            guard !isEnded else { return nil }
            fillBlock()
        }
    }

    private mutating func fillBlock() {
        guard reader != nil else {
            block = RowBlock()
            block.add(RowBlock.Entry(row: nil, selection: selection, cells: plan.set))
            isEnded = true
            return
        }
        block = RowBlock()
        while block.entries.count < Self.blockSize, block.byteCount < 1 << 20 {
            guard let outcome = reader?.next() else {
                isEnded = true
                return
            }
            switch outcome {
            case .row(let row): add(row)
            case .fault(let number, let error):
                block.add(DropFailure(row: number, error: error))
            }
        }
    }

    private mutating func add(_ row: Row) {
        do throws(CardError) {
            let chosen = try finder.selection(of: row, in: selection)
            try checkColumns(of: row, for: chosen)
            let own = plan.set.filter { row[$0.name] == nil }
            block.add(RowBlock.Entry(row: row, selection: chosen, cells: own + row.cells))
        } catch {
            block.add(DropFailure(row: row.number, error: error))
        }
    }

    private mutating func card(at place: RowBlock.Place) -> PlannedCard {
        let entry = block.entries[place.entry]
        let template = entry.selection.templates[place.template]
        let language = entry.selection.languages[place.language]
        let placement = entry.selection.placements(of: template)[place.placement]
        var filling: [String: String] = [:]
        for cell in entry.cells where template.hasParameter(cell.name) {
            filling[cell.name] = cell.value
        }
        let job = CardJob(
            kit: plan.kit, template: template.choice, language: language, placement: placement,
            filling: filling, format: plan.format, effort: plan.effort,
            files: .from(folder: plan.folder), gaps: plan.gaps, location: entry.row?.location)
        let name = CardName(
            template: template.name, language: language, placement: placement, entry: entry)
        return PlannedCard(
            job: job, templateName: template.name, row: entry.row?.number,
            rowLocation: entry.row?.location, stem: register.claim(name.path(plan.pattern)))
    }
}

// MARK: - What is checked before

extension DropTasks {
    private func checkSet(_ parameters: [String]) throws(CardError) {
        let unknown = plan.set.filter { cell in
            !parameters.contains { isSameName($0, cell.name) }
        }
        guard unknown.isEmpty else {
            throw CardError(
                .data, unknown.map { .unknown("parameter", $0.name, among: parameters) })
        }
    }

    /// Without rows nothing else than parameters can be in a name.
    private func checkPattern(_ parameters: [String]) throws(CardError) {
        let all = NamePattern.ownNames + parameters
        let unknown = plan.pattern.names.filter { name in
            !all.contains { isSameName($0, name) }
        }
        guard unknown.isEmpty || plan.rows != nil else {
            throw CardError(.data, unknown.map { .unknown("parameter", $0, among: all) })
        }
    }

    private mutating func noteIdlePlacements() {
        for name in selection.placements ?? [] {
            let without = selection.templates.filter { !$0.placements.contains(name) }.map(\.name)
            guard !without.isEmpty else { continue }
            notes.append(
                Diagnostic(
                    .note, code: "placement-left-out",
                    "\(without.joined(separator: ", ")) cannot be made for the placement "
                        + "\(quoted(name)), and is left out there"))
        }
    }

    /// - Throws: columns that are nearly, but not quite, named like something the drop knows.
    private mutating func checkColumns(
        of row: Row, for selection: Selection
    ) throws(CardError) {
        var faults: [Diagnostic] = []
        for cell in row.cells {
            let (role, isNew) = columns.role(of: cell.name)
            guard case .unknown(let nearest) = role, !selection.hasParameter(cell.name) else {
                continue
            }
            var location = row.location
            if reader?.format == .csv || reader?.format == .tsv { location.line = 1 }
            if let nearest {
                faults.append(
                    Diagnostic(
                        code: "unknown-column",
                        "no template has a parameter \(quoted(cell.name))", at: location,
                        hint: didYouMean(nearest: nearest)))
            } else if isNew {
                notes.append(
                    Diagnostic(
                        .note, code: "unused-column",
                        "no template has a parameter \(quoted(cell.name)): the column is left out",
                        at: location))
            }
        }
        guard faults.isEmpty else { throw CardError(.data, faults) }
    }
}
