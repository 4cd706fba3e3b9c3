import CoreMetrics
import Testing

@testable import BlueHeartServer

@Suite struct MetricsRegistryTests {
    @Test func seriesAreWrittenByNameAndLabels() {
        let registry = MetricsRegistry()
        Counter(label: "b_total", dimensions: [("x", "2"), ("a", "1")], factory: registry)
            .increment(by: 3)
        Counter(label: "b_total", dimensions: [("x", "1"), ("a", "1")], factory: registry)
            .increment()
        registry.makeMeter(label: "a_size", dimensions: []).set(1.5)
        #expect(
            registry.text == """
                # TYPE a_size gauge
                a_size 1.5
                # TYPE b_total counter
                b_total{a="1",x="1"} 1
                b_total{a="1",x="2"} 3

                """)
    }

    @Test func aLabelIsEscaped() {
        let registry = MetricsRegistry()
        registry.makeMeter(label: "a", dimensions: [("b", "\\ \" \n")]).set(Int64(1))
        #expect(registry.text.contains("a{b=\"\\\\ \\\" \\n\"} 1\n"))
    }

    /// Each bucket counts all that took no longer; the last one has all.
    @Test func aHistogramAddsUp() {
        let registry = MetricsRegistry()
        let timer = registry.makeTimer(label: "t", dimensions: [("r", "x")])
        for milliseconds in [Int64(1), 2, 40, 20_000] {
            timer.recordNanoseconds(milliseconds * 1_000_000)
        }
        let lines = registry.text.split(separator: "\n").map(String.init)
        #expect(lines.count == 17 && lines[0] == "# TYPE t histogram")
        for line in [
            "t_bucket{r=\"x\",le=\"0.001\"} 1", "t_bucket{r=\"x\",le=\"0.0025\"} 2",
            "t_bucket{r=\"x\",le=\"0.025\"} 2", "t_bucket{r=\"x\",le=\"0.05\"} 3",
            "t_bucket{r=\"x\",le=\"10.0\"} 3", "t_bucket{r=\"x\",le=\"+Inf\"} 4",
            "t_sum{r=\"x\"} 20.043", "t_count{r=\"x\"} 4",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
    }
}
