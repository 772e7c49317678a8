package dev.millrace.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.plan.Pass.Kind;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What shares a pass and what may not.
class PlannerTest {

    private static final List<String> FIELDS = List.of("a", "b", "c", "d", "e");

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path in = files.getPath("/in");

    @BeforeEach
    void writeData() {
        Tree.write(in.resolve("train/part-1.csv"), "a,b,c,d,e,label\nx,x,x,x,x,1\ny,y,y,y,y,0\n");
        Tree.write(in.resolve("val/part-1.csv"), "a,b,c,d,e,label\nx,x,x,x,x,1\n");
    }

    @Test
    void oneStrategyCostsTwoPasses() {
        Plan plan = plan(List.of(List.of("b", "d")));
        assertThat(plan.passes()).extracting(Pass::kind).containsExactly(Kind.FIT, Kind.TRANSFORM);
        Pass fit = plan.passes().getFirst();
        assertThat(fit.splits()).containsExactly(Split.TRAIN);
        assertThat(fit.columns()).as("fields and label").containsExactly(1, 3, 5);
        Pass transform = plan.passes().getLast();
        assertThat(transform.splits()).containsExactly(Split.TRAIN, Split.VAL);
        assertThat(transform.columns()).as("fields").containsExactly(1, 3);
        assertThat(plan.passes()).allSatisfy(pass -> assertThat(pass.why()).contains("risk-table-mapping"));
    }

    @Test
    void independentStrategiesShareAPass() {
        Plan plan = plan(List.of(List.of("a"), List.of("b", "c"), List.of("d")));
        assertThat(plan.passes()).extracting(Pass::strategies).containsExactly(List.of(0, 1, 2), List.of(0, 1, 2));
        assertThat(plan.passes().getFirst().columns()).containsExactly(0, 1, 2, 3, 5);
    }

    @Test
    void aStrategyThatLooksAtWhatAnEarlierOneEditsComesInALaterPass() {
        Plan plan = plan(List.of(List.of("a"), List.of("a", "b"), List.of("c"), List.of("b")));
        assertThat(plan.passes())
                .extracting(Pass::strategies)
                .containsExactly(List.of(0, 2), List.of(1), List.of(3), List.of(0, 1, 2, 3));
    }

    @Test
    void theBytesToReadAreThoseOfEachPassesSplits() {
        Plan plan = plan(List.of(List.of("a"), List.of("a")));
        long train = Tree.bytes(in.resolve("train/part-1.csv")).length();
        long val = Tree.bytes(in.resolve("val/part-1.csv")).length();
        assertThat(plan.passes()).extracting(plan::bytesToRead).containsExactly(train, train, train + val);
        assertThat(plan.bytesToRead()).isEqualTo(3 * train + val);
    }

    @Seeds(count = 100)
    void strategiesCostAtMostOnePassMoreThanTheirNumberAndComeAfterWhatTheyDependOn(long seed) {
        Random random = new Random(seed);
        List<List<String>> fields = randomFields(random);
        Plan plan = plan(fields);
        assertThat(plan.passes()).hasSizeBetween(2, fields.size() + 1);
        int[] passOf = new int[fields.size()];
        for (int pass = 0; pass < plan.passes().size() - 1; pass++) {
            for (int strategy : plan.passes().get(pass).strategies()) {
                passOf[strategy] = pass;
            }
        }
        boolean independent = true;
        for (int later = 0; later < fields.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (!Collections.disjoint(fields.get(earlier), fields.get(later))) {
                    independent = false;
                    assertThat(passOf[later]).isGreaterThan(passOf[earlier]);
                }
            }
        }
        assertThat(plan.passes().size() == 2).isEqualTo(independent);
        List<Integer> all =
                plan.passes().subList(0, plan.passes().size() - 1).stream()
                        .flatMap(pass -> pass.strategies().stream())
                        .sorted()
                        .toList();
        assertThat(all).isEqualTo(plan.passes().getLast().strategies());
    }

    /// A chain of strategies in one run gives what runs of one strategy each give, one after the other.
    @Seeds(count = 40)
    void aChainGivesWhatRunsOneAfterTheOtherGive(long seed) {
        Random random = new Random(seed);
        for (String shard : List.of("train/part-1.csv", "train/part-4.csv", "val/part-1.csv")) {
            StringBuilder text = new StringBuilder("a,b,c,d,e,label\n");
            for (int row = 0; row < 20; row++) {
                FIELDS.forEach(_ -> text.append("v").append(random.nextInt(4)).append(','));
                text.append(random.nextInt(2)).append('\n');
            }
            Tree.write(in.resolve(shard), text.toString());
        }
        List<List<String>> chain = randomFields(random);
        Path together = files.getPath("/together");
        Runs.done(recipe(in, together, chain).streaming(2));
        Path apart = in;
        for (int i = 0; i < chain.size(); i++) {
            Path next = files.getPath("/apart-" + i);
            Runs.done(recipe(apart, next, List.of(chain.get(i))).streaming(1));
            apart = next;
        }
        assertThat(rows(together)).isEqualTo(rows(apart));
    }

    @Test
    void aDatasetWithoutATrainSplitIsRefused() {
        Tree.write(files.getPath("/only/val/part-1.csv"), "a,label\nx,1\n");
        assertThat(Runs.failure(recipe(files.getPath("/only"), files.getPath("/out"), List.of(List.of("a")))))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("no shards of the split train");
    }

    private static List<List<String>> randomFields(Random random) {
        List<List<String>> all = new ArrayList<>();
        int strategies = 1 + random.nextInt(5);
        for (int i = 0; i < strategies; i++) {
            List<String> fields = new ArrayList<>(FIELDS);
            Collections.shuffle(fields, random);
            all.add(List.copyOf(fields.subList(0, 1 + random.nextInt(3))));
        }
        return all;
    }

    private static List<String> rows(Path output) {
        return Tree.results(output).entrySet().stream()
                .filter(file -> file.getKey().contains("part-"))
                .map(Object::toString)
                .toList();
    }

    private Plan plan(List<List<String>> fields) {
        return new Engine().plan(recipe(in, files.getPath("/out"), fields).read());
    }

    private static RecipeText recipe(Path in, Path out, List<List<String>> strategies) {
        RecipeText recipe = RecipeText.of(in, out).label("label");
        for (List<String> fields : strategies) {
            recipe = recipe.riskTable(fields, "1", "countThreshold", 1);
        }
        return recipe;
    }
}
