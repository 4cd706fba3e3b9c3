import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartJSON

/// The defaults of number parameters that are expressions over others.
struct Formulas {
    private(set) var parameters: [Parameter]
    /// Indices of parameters with a formula, each after those it needs.
    private(set) var order: [Int] = []
    private(set) var faults: [Diagnostic] = []

    /// Reads the formulas of parameters that are all known.
    init(_ parameters: [Parameter], _ context: ReadContext) {
        self.parameters = parameters
        for index in parameters.indices { read(index, context) }
        var state: [Int: Mark] = [:]
        for index in parameters.indices { visit(index, &state, []) }
    }

    private mutating func read(_ index: Int, _ context: ReadContext) {
        let parameter = parameters[index]
        guard parameter.kind == .number, let text = parameter.standard?.literal,
            let braced = BracedText(text)
        else { return }
        let path = parameter.path.appending(.key("default"))
        let node = JSONNode(.null, at: parameter.location)
        do throws(CardError) {
            guard braced.suffix.isEmpty else {
                throw fault(
                    "bad-expression", "expected one expression in braces, found \(quoted(text))",
                    of: node, at: path)
            }
            switch try context.number(
                braced.inner, of: node, at: path, in: Parameter.numbers)
            {
            case .computed(let expression): parameters[index].formula = expression
            case .fixed(let number): parameters[index].formula = .number(number)
            }
        } catch { faults += error.diagnostics }
    }

    private enum Mark { case open, done }

    /// Visits a parameter after those it needs; one that needs itself is a fault.
    private mutating func visit(_ index: Int, _ state: inout [Int: Mark], _ way: [Int]) {
        guard let formula = parameters[index].formula, state[index] != .done else { return }
        guard state[index] != .open else {
            note(cycle: way, from: index)
            return
        }
        state[index] = .open
        for case .parameter(let needed) in formula.references {
            visit(needed, &state, way + [index])
        }
        state[index] = .done
        order.append(index)
    }

    private mutating func note(cycle way: [Int], from index: Int) {
        let start = way.firstIndex(of: index) ?? 0
        let names = (way[start...] + [index]).map { parameters[$0].name }
        faults.append(
            Diagnostic(
                code: "expression-cycle",
                "a default needs itself: \(names.joined(separator: " → "))",
                at: parameters[index].location,
                path: parameters[index].path.appending(.key("default")),
                hint: "give one of these a plain number"))
    }
}

extension Arguments {
    /// Stand-in values while a template is checked: defaults, examples, or any allowed value.
    static func standIns(for parameters: [Parameter], in kit: Kit) -> Arguments {
        var arguments = Arguments(values: parameters.map { .standIn(for: $0, in: kit) })
        arguments.areStandIns = true
        return arguments
    }
}

extension Argument {
    fileprivate static func standIn(for parameter: Parameter, in kit: Kit) -> Argument {
        var argument = Argument()
        switch parameter.kind {
        case .list:
            return Argument(items: [parameter.fields.map { standIn(for: $0, in: kit) }])
        case .number:
            let own = parameter.standard?.literal ?? parameter.example?.literal
            let number = own.flatMap(plainNumber) ?? parameter.maximum ?? parameter.minimum ?? 1
            argument.number = number
            argument.raw = shortNumber(number)
        case .color:
            argument.color = .black
        case .choice: argument.raw = parameter.choices.first?.value ?? ""
        case .text, .image, .date, .link, .country: break
        }
        argument.plain = argument.raw
        argument.isolated = argument.raw
        return argument
    }
}
