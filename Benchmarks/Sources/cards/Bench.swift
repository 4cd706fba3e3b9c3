import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPlacements
@_spi(Benchmarks) import BlueHeartRequests
import Glibc

/// One reference card in one encoding, made again and again.
final class Bench {
    private let worker: CardWorker
    private var request: CardRequest
    private let isKept: Bool

    init?(card: String, encoding: String) {
        guard ["A", "B", "C"].contains(card) else { return nil }
        let isKept = encoding.contains("-kept")
        let isUnchecked = encoding.contains("-unchecked")
        let name = encoding.split(separator: "-").filter { $0 != "kept" && $0 != "unchecked" }
            .joined(separator: "-")
        guard let (format, effort) = encodings[name] else { return nil }
        self.isKept = isKept
        // A logo may be loaded before; a photograph is decoded for every card.
        worker = CardEngine(options(keepsPictures: isKept || card != "B")).worker()
        request = CardRequest(
            kit: "reference", template: .named(card.lowercased()), language: "en",
            placement: "card-\(card.lowercased())", format: format, effort: effort)
        if isUnchecked { request.checks = .none }
    }

    /// The bytes of the card with `name` on it, where it bears one.
    func card(for name: String) -> [UInt8] {
        if request.placement != "card-c" { request.values = ["name": name] }
        do {
            return try worker.render(request).bytes
        } catch {
            print(error)
            exit(65)
        }
    }

    func measure(rounds: Int, warmup: Int) {
        let names = readNames()
        var (total, cpu, sizes) = ([Double](), [Double](), [Int]())
        for round in -warmup..<rounds {
            let name = names[(round + warmup) % names.count]
            if !isKept { forgetPicture(round) }
            let (startCPU, start) = (
                milliseconds(CLOCK_PROCESS_CPUTIME_ID), milliseconds(CLOCK_MONOTONIC)
            )
            let bytes = card(for: name)
            guard round >= 0 else { continue }
            total.append(milliseconds(CLOCK_MONOTONIC) - start)
            cpu.append(milliseconds(CLOCK_PROCESS_CPUTIME_ID) - startCPU)
            sizes.append(bytes.count)
        }
        print(#"{"total_ms": \#(total), "cpu_ms": \#(cpu), "bytes": \#(sizes), \#(peakMemory())}"#)
    }

    /// Makes sure that nothing of the last picture helps the next.
    ///
    /// Where the name does not change a card, another one comes between; where it shows a
    /// photograph, the file gets another time and so counts as another one.
    private func forgetPicture(_ round: Int) {
        switch request.placement {
        case "card-b":
            let photo = assetsFolder() + "/reference/photo.jpg"
            let time = timespec(tv_sec: round + 1_000, tv_nsec: 0)
            guard utimensat(AT_FDCWD, photo, [time, time], 0) == 0 else {
                preconditionFailure("\(photo) cannot be touched")
            }
        case "card-c":
            var other = request
            (other.template, other.placement) = (.named("a"), "card-a")
            do { _ = try worker.render(other) } catch { preconditionFailure("\(error)") }
        default: break
        }
    }

    func batch(into folder: String, shard: Int, of shards: Int) throws {
        let names = readNames()
        _ = card(for: names[0])
        let start = milliseconds(CLOCK_MONOTONIC)
        var (count, bytes) = (0, 0)
        for index in stride(from: shard, to: names.count, by: shards) {
            let picture = card(for: names[index])
            try writeFile(picture, to: "\(folder)/\(index).\(request.format?.rawValue ?? "png")")
            count += 1
            bytes += picture.count
        }
        let time = milliseconds(CLOCK_MONOTONIC) - start
        print(#"{"cards": \#(count), "batch_ms": \#(time), "bytes": \#(bytes), \#(peakMemory())}"#)
    }
}

private let encodings: [String: (ImageFormat, EncodeEffort)] = [
    "png-fast": (.png, .fast), "png": (.png, .default), "png-small": (.png, .small),
    "jpg": (.jpeg, .fast), "webp": (.webP, .fast),
]

/// The folders that `Benchmarks/run` names; fonts and placements are the project's own.
private func options(keepsPictures: Bool) -> EngineOptions {
    let home = environment("BLUEHEART_HOME", else: "..")
    let benchmarks = environment("BLUEHEART_BENCHMARKS", else: ".")
    var limits = EngineOptions.Limits()
    if !keepsPictures { limits.keptImageBytes = 0 }
    return EngineOptions(
        templatesFolder: benchmarks + "/templates",
        assetsFolder: assetsFolder(),
        fontsFolder: home + "/fonts", placementsFile: benchmarks + "/placements.json",
        limits: limits)
}

private func assetsFolder() -> String {
    environment(
        "BLUEHEART_ASSETS", else: environment("BLUEHEART_BENCHMARKS", else: ".") + "/.build/assets")
}

private func environment(_ name: String, else fallback: String) -> String {
    getenv(name).map { String(cString: $0) } ?? fallback
}

/// The 200 names of the peers, or made-up ones of 3 to 25 letters.
private func readNames() -> [String] {
    let letters = "Amina Katarina Oluwaseun Maximilian"
    let own = (0..<200).map { String(letters.dropFirst($0 % 8).prefix(3 + $0 % 23)) }
    guard let file = fopen(environment("PEERS_ASSETS", else: "") + "/names.txt", "r") else {
        return own
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n").map(String.init)
}

private func milliseconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

private func peakMemory() -> String {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return #""peak_rss_kb": \#(usage.ru_maxrss)"#
}

func writeFile(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else {
        print("cards: cannot write \(path)")
        exit(73)
    }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
}
