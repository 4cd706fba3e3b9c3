import BlueHeartEngine
import Glibc

// Speaks the protocol of the renderers it is measured beside:
//
//   cards one   CARD ENC OUTFILE [NAME]      one card, one process
//   cards bench CARD ENC ITERS WARMUP        {"total_ms": […], "cpu_ms": […], "bytes": […]}
//   cards batch CARD ENC OUTDIR SHARD COUNT  every COUNT-th name from SHARD on; files written
//
// CARD is A, B or C; ENC is png-fast, png, png-small, jpg or webp, and with "-kept" behind it
// pictures stay decoded from card to card. Paths come from the environment: see Benchmarks/run.

let arguments = CommandLine.arguments
guard arguments.count >= 5, let bench = Bench(card: arguments[2], encoding: arguments[3]) else {
    print("usage: cards one|bench|batch A|B|C png-fast|png|png-small|jpg|webp[-kept] …")
    exit(64)
}

switch arguments[1] {
case "one":
    let name = arguments.count > 5 ? arguments[5] : "Alexandra"
    try writeFile(bench.card(for: name), to: arguments[4])
case "bench" where arguments.count == 6:
    bench.measure(rounds: Int(arguments[4]) ?? 0, warmup: Int(arguments[5]) ?? 0)
case "batch" where arguments.count == 7:
    try bench.batch(
        into: arguments[4], shard: Int(arguments[5]) ?? 0, of: Int(arguments[6]) ?? 1)
default:
    exit(64)
}
