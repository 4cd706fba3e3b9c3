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
    private var hasRows = false
    /// Number of warnings of values; more than 100 are not told.
    private var residueCount = 0
    private var notedColumns: Set<String> = []
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
        try checkHeader()
        try checkKey()
        noteIdlePlacements()
        takeReaderNotes()
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
            let outcome = reader?.next()
            takeReaderNotes()
            guard let outcome else {
                isEnded = true
                if !hasRows { block.add(DropFailure(row: nil, error: noRows())) }
                return
            }
            hasRows = true
            switch outcome {
            case .row(let row): add(row)
            case .fault(let number, let error):
                block.add(DropFailure(row: number, error: error))
            }
        }
    }

    private mutating func add(_ row: Row) {
        do throws(CardError) {
            let row = try named(row)
            let chosen = try finder.selection(of: row, in: selection)
            try checkColumns(of: row, for: chosen)
            noteResidue(in: row)
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
            !all.contains(where: { isSameName($0, key) || nameMeant(by: $0, among: [key]) != nil })
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

    /// Checks the names of the first line once, so that a wrong name is not a fault of every row.
    ///
    /// If rows choose their templates, columns can be parameters of any; each row is checked.
    private mutating func checkHeader() throws(CardError) {
        guard let reader, let header = reader.header else { return }
        var faults: [Diagnostic] = []
        var names: [(written: String, name: String)] = []
        for written in header.names {
            let (name, role, _) = columns.column(written)
            if let first = names.first(where: { isSameName($0.name, name) }) {
                faults.append(doubled(first.written, written, name, at: header.location))
            } else if !isSameName(name, written) {
                notes.append(readAs(name, written, at: header.location))
            }
            names.append((written, name))
            if case .unknown(let nearest?) = role, !selection.hasParameter(name) {
                faults.append(unknown(name, nearest: nearest, at: header.location))
            }
        }
        let choosesTemplate = names.contains { isSameName($0.name, "template") }
        faults.removeAll { choosesTemplate && $0.code == "unknown-column" }
        guard faults.isEmpty else { throw CardError(.data, faults) }
    }

    /// The row with the names that its columns mean.
    ///
    /// - Throws: two columns of one meaning.
    private mutating func named(_ row: Row) throws(CardError) -> Row {
        var entries = row.values.entries
        var isRenamed = false
        for index in entries.indices {
            let written = entries[index].name
            let (name, _, isNew) = columns.column(written)
            guard !isSameName(name, written) else { continue }
            if let other = entries.first(where: { isSameName($0.name, name) }) {
                throw CardError(
                    .data, doubled(written, other.name, name, at: row.location))
            }
            if isNew { notes.append(readAs(name, written, at: row.location)) }
            entries[index].name = name
            isRenamed = true
        }
        guard isRenamed else { return row }
        return Row(
            number: row.number, location: row.location, values: ParameterValues(distinct: entries))
    }

    private func readAs(
        _ name: String, _ written: String, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .note, code: "column-read-as",
            "the column \(quoted(written)) is read as \(quoted(name))", at: location)
    }

    private func doubled(
        _ first: String, _ second: String, _ name: String, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            code: "duplicate-column",
            "the columns \(quoted(first)) and \(quoted(second)) both mean \(quoted(name))",
            at: location, hint: "rename or remove one of them")
    }

    private func unknown(
        _ name: String, nearest: String, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            code: "unknown-column", "no template has a parameter \(quoted(name))", at: location,
            hint: didYouMean(nearest: nearest))
    }

    /// Checks the columns.
    ///
    /// - Throws: columns with names similar, but not equal, to known ones.
    private mutating func checkColumns(
        of row: Row, for selection: Selection
    ) throws(CardError) {
        var faults: [Diagnostic] = []
        for entry in row.values.entries {
            let (_, role, _) = columns.column(entry.name)
            guard case .unknown(let nearest) = role, !selection.hasParameter(entry.name) else {
                continue
            }
            let location = reader?.header?.location ?? row.location
            if let nearest {
                faults.append(unknown(entry.name, nearest: nearest, at: location))
            } else if notedColumns.count < CSVParser.fieldLimit,
                notedColumns.insert(entry.name).inserted
            {
                notes.append(
                    Diagnostic(
                        .note, code: "unused-column",
                        "no template has a parameter \(quoted(entry.name)): the column is left out",
                        at: location))
            }
        }
        guard faults.isEmpty else { throw CardError(.data, faults) }
    }

    /// Warns of values that a program left in the row.
    private mutating func noteResidue(in row: Row) {
        for entry in row.values.entries where residueCount < 100 {
            let (_, role, _) = columns.column(entry.name)
            guard role == .parameter || role == .ruling || selection.hasParameter(entry.name),
                let warning = SheetResidue.warning(
                    of: entry.value, in: entry.name, at: row.location)
            else { continue }
            notes.append(warning)
            residueCount += 1
        }
    }

    private mutating func takeReaderNotes() {
        if let found = reader?.takeNotes() { notes += found }
    }

    private func noRows() -> CardError {
        let file = plan.rows?.path ?? "rows"
        return CardError(
            .data,
            Diagnostic(
                code: "no-rows",
                reader?.header == nil
                    ? "expected at least one row, found none"
                    : "expected rows after the column names, found none",
                at: reader?.header?.location ?? SourceLocation(file: file, line: 1, column: 1),
                hint: "fill in a row, or leave out the file of rows"))
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
        if let names = row["placement"] {
            let all = selection.templates.flatMap(\.placements)
            selection.placements = split(names).map { name in
                all.contains { isSameName($0, name) }
                    ? name : nameMeant(by: name, among: all) ?? name
            }
        }
        try checkPlacements(of: selection, at: row.location)
        return selection
    }
}

/// Names separated by commas, semicolons, bars or line ends, with optional blanks.
private func split(_ list: String) -> [String] {
    list.unicodeScalars.split { [",", ";", "|", "\n", "\r"].contains($0) }
        .map { trimmed(String($0)) }.filter { !$0.isEmpty }
}
