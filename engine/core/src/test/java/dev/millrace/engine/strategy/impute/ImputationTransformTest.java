package dev.millrace.engine.strategy.impute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.strategy.Subject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ImputationTransformTest {

    @TempDir private Path folder;

    @Test
    void filledCellsCountWhereTheirRowsGoAndAsOftenAsTheyAreWritten() {
        Dataset dataset = Cells.column("c", List.of("", "NA", "1", "", "", "NA")).write(folder, 1);
        Subject subject = Cells.subject(dataset, MissingTokens.OF_PANDAS);
        FilledColumn column = new FilledColumn("c", 0, new FillValue.Numeric(2), null);
        ImputationTransform transform = new ImputationTransform(List.of(column), subject);
        Edits edits = new Edits();
        for (Block block : Cells.blocks(dataset, 6).getFirst()) {
            edits.clear(Split.TRAIN, block.rows());
            edits.drop(0, "left out");
            edits.route(1, Split.VAL);
            edits.repeat(3, 4);
            edits.repeat(2, 9);
            transform.apply(block, edits);
        }
        assertThat(transform.counts()).isEqualTo(Map.of("train/c", 4L + 1 + 1, "val/c", 1L));
    }

    @Test
    void aBlockWithoutAMissingCellIsNotEdited() {
        Dataset dataset = Cells.column("c", List.of("1", "2")).write(folder, 1);
        FilledColumn column = new FilledColumn("c", 0, new FillValue.Text("x"), null);
        ImputationTransform transform =
                new ImputationTransform(List.of(column), Cells.subject(dataset, MissingTokens.OF_PANDAS));
        Edits edits = new Edits();
        for (Block block : Cells.blocks(dataset, 2).getFirst()) {
            edits.clear(Split.TRAIN, block.rows());
            transform.apply(block, edits);
        }
        assertThat(edits.columns()).isEmpty();
        assertThat(transform.counts()).isEmpty();
    }
}
