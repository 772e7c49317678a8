package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.parquet.Reference.Triple;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.testing.SharedData;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The files of apache/parquet-testing, and hostile ones: read as parquet-java reads them, or refused with a reason.
@TestInstance(Lifecycle.PER_CLASS)
class ParquetCorporaTest {

    /// Data files that are refused, with a word of the reason.
    private static final Map<String, String> REFUSED =
            Map.ofEntries(
                    Map.entry("datapage_v1-corrupt-checksum.parquet", "checksum"),
                    Map.entry("rle-dict-uncompressed-corrupt-checksum.parquet", "checksum"),
                    Map.entry("hadoop_lz4_compressed.parquet", "codec LZ4 is not supported"),
                    Map.entry("hadoop_lz4_compressed_larger.parquet", "codec LZ4 is not supported"),
                    Map.entry("non_hadoop_lz4_compressed.parquet", "codec LZ4 is not supported"),
                    Map.entry("large_string_map.brotli.parquet", "codec BROTLI is not supported"));

    /// Its pages are sound, but the footer counts their bytes wrongly, over which the reference stumbles.
    private static final String WRONG_SIZES = "nation.dict-malformed.parquet";

    /// A dictionary of one value and ids of no bits: unusual, but what the format allows.
    private static final String SOUND_AFTER_ALL = "ARROW-GH-43605.parquet";

    @TempDir private Path folder;
    private final SortedMap<String, String> outcomes = new TreeMap<>();

    @AfterAll
    void printOutcomes() {
        outcomes.forEach((file, outcome) -> System.out.println(file + ": " + outcome));
    }

    @TestFactory
    Stream<DynamicTest> everyDataFileIsReadAsTheReferenceReadsItOrIsRefused() throws IOException {
        return files("corpora/parquet-testing/data")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> dataFile(file)));
    }

    @TestFactory
    Stream<DynamicTest> everyBadFileIsRefused() throws IOException {
        return Stream.concat(files("corpora/parquet-testing/bad_data"), files("corpora/hostile"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> badFile(file)));
    }

    private static Stream<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(SharedData.path(name))) {
            return files.filter(file -> file.toString().contains(".parquet")).sorted().toList().stream()
                    .filter(file -> !file.toString().endsWith(".json"));
        }
    }

    private Path copy(Path file) throws IOException {
        String name = file.getFileName().toString().replaceAll("\\.(parquet|encrypted)", "") + ".parquet";
        return Files.copy(file, Files.createTempDirectory(folder, "case").resolve(name));
    }

    private void dataFile(Path original) throws IOException {
        Path file = copy(original);
        String name = original.getFileName().toString();
        String reason = name.endsWith(".encrypted") ? "encrypted" : REFUSED.get(name);
        if (reason != null) {
            DataException refused = failure(file);
            assertThat(refused).hasMessageContaining(reason);
            tell(original, "refused: " + refused.problems().getFirst().finding());
            return;
        }
        if (name.equals(WRONG_SIZES)) {
            assertThat(Ours.triples(file, BlockSize.DEFAULT).get("nation_key"))
                    .extracting(Triple::value)
                    .containsExactlyElementsOf(LongStream.range(0, 25).boxed().toList());
            tell(original, "read, all 25 rows; the reference refuses it");
            return;
        }
        Map<String, List<Triple>> expected = Reference.triples(file);
        for (BlockSize size : List.of(BlockSize.DEFAULT, new BlockSize(1 << 10, 7))) {
            assertThat(Ours.triples(file, size)).isEqualTo(expected);
        }
        Ours.texts(file, BlockSize.DEFAULT);
        tell(original, "read, equal to the reference");
    }

    private void tell(Path original, String outcome) {
        outcomes.put(original.getParent().getFileName() + "/" + original.getFileName(), outcome);
    }

    private void badFile(Path original) throws IOException {
        Path file = copy(original);
        if (original.endsWith(SOUND_AFTER_ALL)) {
            assertThat(Ours.triples(file, BlockSize.DEFAULT)).isEqualTo(Reference.triples(file));
            tell(original, "read, equal to the reference: it is sound");
            return;
        }
        Problem problem = failure(file).problems().getFirst();
        assertThat(problem.place().source()).startsWith(file.toString());
        tell(original, "refused: " + problem.finding());
    }

    private static DataException failure(Path file) throws IOException {
        try {
            Ours.triples(file, BlockSize.DEFAULT);
            Ours.texts(file, BlockSize.DEFAULT);
        } catch (DataException refused) {
            return refused;
        }
        throw new AssertionError(file + " was read");
    }
}
