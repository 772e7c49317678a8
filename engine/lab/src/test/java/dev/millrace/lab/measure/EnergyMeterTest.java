package dev.millrace.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class EnergyMeterTest {

    @TempDir private Path counters;

    @Test
    void packagesAreAddedUpAndPartsOfThemLeftOut() throws IOException {
        counter("intel-rapl:0", 5_000_000);
        counter("intel-rapl:1", 1_000_000);
        counter("intel-rapl:0:0", 9_000_000); // cores, which are in the package already
        EnergyMeter meter = new EnergyMeter(counters);
        List<Long> before = meter.read();
        counter("intel-rapl:0", 7_500_000);
        counter("intel-rapl:1", 1_500_000);

        assertThat(meter.measures()).isTrue();
        assertThat(meter.since(before, 100)).isEqualTo(new Energy(3, false));
    }

    @Test
    void aCounterThatBeganAnewIsUnderstood() throws IOException {
        counter("intel-rapl:0", 9_000_000);
        EnergyMeter meter = new EnergyMeter(counters);
        List<Long> before = meter.read();
        counter("intel-rapl:0", 1_000_000);

        assertThat(meter.since(before, 100)).isEqualTo(new Energy(2, false));
    }

    @Test
    void withoutCountersItIsAnEstimateAndSaysSo() {
        EnergyMeter meter = new EnergyMeter(counters.resolve("absent"));

        assertThat(meter.since(meter.read(), 2)).isEqualTo(new Energy(20, true));
        assertThat(meter.method()).startsWith("estimated");
    }

    private void counter(String name, long microjoules) throws IOException {
        Path zone = Files.createDirectories(counters.resolve(name));
        Files.writeString(zone.resolve("energy_uj"), microjoules + "\n");
        Files.writeString(zone.resolve("max_energy_range_uj"), "10000000\n");
    }
}
