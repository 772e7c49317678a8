package dev.millrace.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.testing.OneShard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

class ShardScanTest {

    @TempDir private Path folder;

    private ShardScan.Found scan(String text) {
        Dataset dataset = OneShard.of(folder, text);
        List<Integer> columns = List.of(0, 1);
        return new Engine()
                .scan(dataset, columns, MissingTokens.OF_PANDAS, Long.MAX_VALUE)
                .of(dataset.shards().getFirst(), _ -> true);
    }

    private static ColumnProfile first(ShardScan.Found found) {
        return found.summary().profile(List.of("a", "b")).columns().getFirst();
    }

    @Test
    void missingTokensAreCountedOneByOne() {
        ColumnProfile column = first(scan("a,b\n1,x\n,x\nNA,x\n,x\nnull,x\nNA,x\n"));
        assertThat(column.missing()).isEqualTo(5);
        assertThat(column.missingTokens())
                .containsExactlyInAnyOrder(
                        new ColumnProfile.ValueCount("", 2),
                        new ColumnProfile.ValueCount("NA", 2),
                        new ColumnProfile.ValueCount("null", 1));
        assertThat(column.distinct()).isEqualTo(1);
    }

    @Test
    void firstValueThatIsNoNumberIsKeptWithItsPlace() {
        ColumnProfile column = first(scan("a,b\n1,x\n2,x\n\"1,204.50\",x\nabc,x\n"));
        assertThat(column.firstUnusual().value()).isEqualTo("1,204.50");
        assertThat(column.firstUnusual().place().line()).isEqualTo(4);
        assertThat(column.numbers()).isEqualTo(2);
    }

    @Test
    void badRowsAreCountedAndDoNotStopTheScan() {
        ShardScan.Found found = scan("a,b\n1,x\n2\n3,x\n4,x,y\n");
        assertThat(found.rows()).isEqualTo(2);
        assertThat(found.badRows()).isEqualTo(2);
        assertThat(found.firstBad()).extracting(bad -> bad.place().line()).containsExactly(3L, 5L);
        assertThat(found.damage()).isNull();
    }

    @Test
    void quantilesAreExactForFewNumbersAndCloseForMany() {
        StringBuilder few = new StringBuilder("a,b\n");
        for (int i = 0; i <= 100; i++) {
            few.append(i).append(",x\n");
        }
        Quantiles exact = first(scan(few.toString())).quantiles();
        assertThat(exact).isEqualTo(new Quantiles(5, 25, 50, 75, 95, true));

        Random random = new Random(7);
        StringBuilder many = new StringBuilder("a,b\n");
        for (int i = 0; i < 80_000; i++) {
            many.append(1000 * random.nextDouble()).append(",x\n");
        }
        ColumnProfile column = first(scan(many.toString()));
        assertThat(column.quantiles().exact()).isFalse();
        assertThat(column.quantiles().median()).isCloseTo(500, within(15.0));
        assertThat(column.histogram().counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(80_000);
        assertThat(column.histogram().counts()).allSatisfy(count -> assertThat(count).isBetween(2_600L, 4_100L));
    }

    @Test
    void scanStopsWhenItIsToldTo() {
        Dataset dataset = OneShard.of(folder, "a,b\n1,2\n");
        ShardScan scan = new Engine().scan(dataset, List.of(0), MissingTokens.OF_PANDAS, Long.MAX_VALUE);
        assertThatThrownBy(() -> scan.of(dataset.shards().getFirst(), _ -> false))
                .isInstanceOf(CancelledException.class);
    }
}
