import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartRequests
import BlueHeartSupport
import BlueHeartWords

/// Decides which cards of a plan are made.
///
/// Owned by one thread.
struct DropPlanner {
    let state: DropState
    private let engine: CardEngine
    private let folder: String
    private let choices: DropChoices
    private let settings: String
    private let inputs: InputReader
    private var tasks: DropTasks
    /// Rows that could not be read, whose cards are unknown.
    private(set) var unreadCount = 0

    /// Reads the state of a folder, which must be locked if it is written to.
    init(
        _ tasks: DropTasks, of plan: DropPlan, folder: String, sidecars: [CardPart.SidecarKind],
        choices: DropChoices, engine: CardEngine
    ) {
        self.engine = engine
        self.folder = folder
        self.choices = choices
        settings = "\(plan.gaps) " + sidecars.map(\.rawValue).joined(separator: " ")
        inputs = InputReader(engine)
        state = DropState(folder: folder)
        self.tasks = tasks
        self.tasks.keepNames(of: state)
    }

    var kitName: String { tasks.kitName }
    var notes: [Diagnostic] { tasks.notes }

    mutating func next() -> PlannedStep? {
        guard let task = tasks.next() else { return nil }
        switch task {
        case .fault(let failure):
            unreadCount += 1
            return .fault(failure)
        case .card(let item):
            state.note(item.identity)
            return .card(planned(item))
        }
    }

    private func planned(_ item: DropItem) -> PlannedCard {
        let earlier = state.earlier(item.identity)
        let current = currentInputs(of: item)
        var card = PlannedCard(
            item: item, change: earlier == nil ? .new : .asked,
            inputs: current?.inputs ?? CardInputs(digests: []),
            place: place(of: item), earlier: earlier?.card, earlierPlace: earlier?.place,
            earlierFiles: earlier?.files ?? [])
        if earlier != nil, choices.making != .all {
            (card.change, card.isTouched) = change(of: card, current)
        }
        return card
    }

    /// nil if something it names is missing or faulty: making the card tells that.
    private func currentInputs(of item: DropItem) -> RequestInputs? {
        do throws(CardError) {
            return try inputs.inputs(of: item.request, settings: settings)
        } catch {
            return nil
        }
    }

    private func change(
        of card: PlannedCard, _ current: RequestInputs?
    ) -> (CardChange?, isTouched: Bool) {
        guard let earlier = card.earlier else { return (.unfinished, false) }
        let files = earlier.files.map { ($0.path, $0.condition(in: folder)) }
        let damaged = files.first { $0.1 == .missing || $0.1 == .changed }
        if choices.making == .missing, damaged == nil { return (nil, false) }
        let parts = card.inputs.changedParts(since: earlier.inputs)
        if !parts.isEmpty { return (.inputs(parts), false) }
        if !isSameName(earlier.head.stem, card.item.stem) { return (.name, false) }
        if let place = earlier.place, !isSameName(place, card.place) { return (.place, false) }
        let changed = earlier.pictures.first { picture in
            guard let current, let stamp = inputs.stamp(ofPicture: picture.name, in: current)
            else { return true }
            return !isSameName(stamp, picture.stamp)
        }
        if let changed { return (.picture(changed.name), false) }
        if let damaged { return (.file(damaged.0), false) }
        return (nil, files.contains { $0.1 == .touched })
    }

    /// The positions and paths that findings of a card may name.
    private func place(of item: DropItem) -> String {
        var places: [String] = []
        for entry in item.request.values.entries {
            guard let place = entry.source.location?.description, places.last != place else {
                continue
            }
            places.append(place)
        }
        let folder = item.request.kit ?? ""
        return ([folder, engine.options.templatesFolder] + places).joined(separator: " ")
    }
}
