import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartRequests

/// Expands a plan into cards one by one.
///
/// Rows are processed in blocks; within a block the cards of one template, language and placement
/// are consecutive, so that a worker's caches apply.
struct DropTasks {
    /// Rows per block.
    private static let blockSize = 64

    private let plan: DropPlan
    private let selection: Selection
    private var finder: SelectionFinder
    private var columns: Columns
    private var reader: RowReader?
    private var names: CardClaims
    private var keys: RowKeys
    private var block = RowBlock()
    private var isEnded = false
    /// Notes about the plan.
    private(set) var notes: [Diagnostic] = []

    init(_ plan: DropPlan, in catalog: Catalog, reader: RowReader?) throws(CardError) {
        self.plan = plan
        self.reader = reader
        names = CardClaims(state: nil)
        keys = RowKeys(column: plan.key)
        finder = try SelectionFinder(catalog, kit: plan.kit, templates: plan.templates)
        selection = try finder.selection(
            templates: plan.templates, languages: plan.languages, placements: plan.placements)
        let parameters = selection.templates.flatMap(\.parameterNames)
        columns = Columns(
            parameters: parameters, patternNames: plan.pattern.names, key: plan.key)
        try selection.checkNames(of: plan.set)
        try checkPattern(parameters)
        try checkKey()
        noteIdlePlacements()
    }

    var kitName: String { finder.kit.name }

    /// Lets cards that earlier drops made in a folder keep their names; called before the first
    /// card.
    mutating func keepNames(of state: DropState) { names = CardClaims(state: state) }

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
            block.add(RowBlock.Entry(row: nil, selection: selection, values: plan.set))
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
            let own = plan.set.entries.filter { row[$0.name] == nil }
            let key = try keys.key(of: row) { columns.isUsed($0) || chosen.hasParameter($0) }
            block.add(
                RowBlock.Entry(
                    row: row, selection: chosen,
                    values: ParameterValues(distinct: own + row.values.entries), key: key,
                    number: names.number(of: row, key)))
        } catch {
            block.add(DropFailure(row: row.number, error: error))
        }
    }

    private mutating func card(at place: RowBlock.Place) -> DropItem {
        let entry = block.entries[place.entry]
        let template = entry.selection.templates[place.template]
        let language = entry.selection.languages[place.language]
        let placement = entry.selection.placements(of: template)[place.placement]
        let values = entry.values.entries.filter { template.hasParameter($0.name) }
        let request = CardRequest(
            kit: plan.kit, template: template.choice, language: language, placement: placement,
            values: ParameterValues(distinct: values), format: plan.format, effort: plan.effort,
            files: .from(folder: plan.folder), gaps: plan.gaps)
        let name = CardName(
            template: template.name, language: language, placement: placement, entry: entry)
        let wanted = name.path(plan.pattern)
        let identity = names.identity(
            row: entry.key, template: template.name, language: language, placement: placement)
        return DropItem(
            request: request, templateName: template.name, row: entry.row?.number,
            rowLocation: entry.row?.location, stem: names.stem(of: identity, wanted: wanted),
            identity: identity, wantedStem: wanted, rowKey: entry.key, rowNumber: entry.number)
    }
}

// MARK: - What is checked before

extension DropTasks {
    /// Checks that the pattern contains only parameters, and columns if the rows name them.
    private func checkPattern(_ parameters: [String]) throws(CardError) {
        let all = NamePattern.ownNames + parameters + (reader?.columns ?? [])
        let unknown = plan.pattern.names.filter { name in
            !all.contains { isSameName($0, name) }
        }
        let isOpen = plan.rows != nil && reader?.columns == nil
        guard unknown.isEmpty || isOpen else {
            throw CardError(.data, unknown.map { .unknown("parameter", $0, among: all) })
        }
    }

    /// Checks that the rows have the key column, as far as they name their columns.
    private func checkKey() throws(CardError) {
        guard let key = plan.key, plan.rows != nil, let all = reader?.columns,
            !all.contains(where: { isSameName($0, key) })
        else { return }
        throw CardError(.data, .unknown("column", key, among: all))
    }

    private mutating func noteIdlePlacements() {
        for name in selection.placements ?? [] {
            let without = selection.templates.filter { !$0.takes(placement: name) }.map(\.name)
            guard !without.isEmpty else { continue }
            notes.append(
                Diagnostic(
                    .note, code: "placement-left-out",
                    "\(without.joined(separator: ", ")) cannot be made for the placement "
                        + "\(quoted(name)), and is left out there"))
        }
    }

    /// Checks the columns.
    ///
    /// - Throws: columns with names similar, but not equal, to known ones.
    private mutating func checkColumns(
        of row: Row, for selection: Selection
    ) throws(CardError) {
        var faults: [Diagnostic] = []
        for entry in row.values.entries {
            let (role, isNew) = columns.role(of: entry.name)
            guard case .unknown(let nearest) = role, !selection.hasParameter(entry.name) else {
                continue
            }
            var location = row.location
            if reader?.format == .csv || reader?.format == .tsv { location.line = 1 }
            if let nearest {
                faults.append(
                    Diagnostic(
                        code: "unknown-column",
                        "no template has a parameter \(quoted(entry.name))", at: location,
                        hint: didYouMean(nearest: nearest)))
            } else if isNew {
                notes.append(
                    Diagnostic(
                        .note, code: "unused-column",
                        "no template has a parameter \(quoted(entry.name)): the column is left out",
                        at: location))
            }
        }
        guard faults.isEmpty else { throw CardError(.data, faults) }
    }
}

extension SelectionFinder {
    /// The selection of a row, where it differs from the drop's.
    fileprivate mutating func selection(
        of row: Row, in drop: Selection
    ) throws(CardError) -> Selection {
        var selection = drop
        if let names = row["template"] {
            selection.templates = try templates(split(names), at: row.location)
        }
        if let names = row["language"] {
            selection.languages = try languages(split(names), at: row.location)
        }
        if let names = row["placement"] { selection.placements = split(names) }
        try checkPlacements(of: selection, at: row.location)
        return selection
    }
}

/// Names separated by commas, with optional blanks.
private func split(_ list: String) -> [String] {
    list.split(separator: ",").map { name in
        String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
}
