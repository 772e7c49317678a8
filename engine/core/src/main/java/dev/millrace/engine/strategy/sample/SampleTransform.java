package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.strategy.CategoryTexts;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps the drawn rows of a shard, each as often as it is drawn.
final class SampleTransform implements Transform {

    static final String MISSING = "missing stratum";
    static final String NOT_DRAWN = "not sampled";

    private static final int TEXTS_REMEMBERED = 2 * StrataFit.MOST_STRATA; // rows left out have texts too

    private final ShardKey shard;
    private final SampleDraws draws;
    private final int position;
    private final CategoryTexts strata;
    private final Map<Split, StrataDraws> splits = new EnumMap<>(Split.class);
    private int[] codes = new int[0];

    SampleTransform(ShardKey shard, List<SplitPlan> plans, SampleDraws draws, String strataColumn, Subject subject) {
        this.shard = shard;
        this.draws = draws;
        this.position = subject.schema().position(strataColumn);
        this.strata = new CategoryTexts(strataColumn, new Categories(subject.missing().bytes(), TEXTS_REMEMBERED));
        plans.forEach(plan -> splits.put(plan.split(), new StrataDraws(plan.split())));
    }

    @Override
    public void apply(Block block, Edits edits) {
        if (codes.length < block.rows()) {
            codes = new int[block.rows()];
        }
        strata.encode(block, position, codes);
        for (int row = 0; row < block.rows(); row++) {
            Split split = edits.split(row);
            StrataDraws sampled = split == null ? null : splits.get(split);
            if (split == null || sampled == null) {
                continue;
            }
            if (codes[row] == Categories.MISSING) {
                edits.drop(row, MISSING);
            } else {
                keep(row, edits, edits.times(row, split), sampled.of(codes[row], block, row));
            }
        }
    }

    /// A row that an earlier sampling repeats is offered as often as it is there.
    private static void keep(int row, Edits edits, int copies, SampleDraws.RowDraw draw) {
        long times = 0;
        for (int copy = 0; copy < copies; copy++) {
            times += draw.next();
        }
        if (times == 0) {
            edits.drop(row, NOT_DRAWN);
        } else if (times != copies) {
            edits.repeat(row, Math.toIntExact(times));
        }
    }

    /// The draws of one split, found by the code of the stratum.
    private final class StrataDraws {

        private final Split split;
        private final Map<String, SampleDraws.RowDraw> ofText = new HashMap<>();
        private SampleDraws.@Nullable RowDraw[] ofCode = new SampleDraws.RowDraw[64];

        StrataDraws(Split split) {
            this.split = split;
        }

        SampleDraws.RowDraw of(int code, Block block, int row) {
            if (code == Categories.FULL) {
                return ofText(block.column(position).text(row));
            }
            if (code >= ofCode.length) {
                ofCode = Arrays.copyOf(ofCode, strata.size() * 2);
            }
            SampleDraws.RowDraw known = ofCode[code];
            if (known == null) {
                known = ofText(strata.text(code));
                ofCode[code] = known;
            }
            return known;
        }

        private SampleDraws.RowDraw ofText(String text) {
            return ofText.computeIfAbsent(text, _ -> draws.draw(new SampleDraws.Key(shard, split, text)));
        }
    }
}
