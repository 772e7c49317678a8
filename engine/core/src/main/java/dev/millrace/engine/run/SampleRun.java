package dev.millrace.engine.run;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.plan.Step;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.FitRound;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What one strategy of a plan makes of the first rows of its first shard, after the strategies before it. Everything
/// is fitted on those rows alone: values differ from those of a run, which fits on all rows. Nothing is written.
///
/// @param shard where the rows are from
/// @param columns names, in schema order, of those that are not only passed through
/// @param rows in their order
/// @param warnings what the strategy has to say of these rows
public record SampleRun(Shard shard, List<String> columns, List<Row> rows, List<String> warnings) {

    private static final int MOST_CELLS = 40_000;
    private static final int LEAST_ROWS = 20;
    private static final int BYTES = 4 << 20;

    public SampleRun {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    /// A row before and after the strategy.
    ///
    /// @param from the split it was in; null if an earlier strategy left it out
    /// @param before its cells
    /// @param to the split it goes to; null if it is left out
    /// @param times how often it is written
    /// @param after its cells
    /// @param reason why it is left out, if it is because it is bad; else empty
    public record Row(
            @Nullable Split from,
            List<String> before,
            @Nullable Split to,
            int times,
            List<String> after,
            String reason) {

        public Row {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /// Whether the strategy sends the row elsewhere, leaves it out or repeats it.
        public boolean moved() {
            return from != to || times > 1;
        }
    }

    /// Applies the strategies of a plan up to one of them. Takes fewer rows of a wide dataset.
    ///
    /// @param strategy its position in the plan
    /// @throws dev.millrace.engine.problem.EngineException if the rows cannot be read, or nothing can be fitted on them
    public static SampleRun of(ShardCodecs codecs, Plan plan, int strategy, int mostRows) {
        Dataset dataset = plan.dataset();
        Shard shard = dataset.shards().getFirst();
        List<Integer> positions = readable(dataset);
        int rows = Math.clamp(MOST_CELLS / Math.max(1, positions.size()), Math.min(LEAST_ROWS, mostRows), mostRows);
        BlockSize size = new BlockSize(BYTES, rows);
        try (BlockReader reader = codecs.of(shard.type().format()).open(dataset, shard, Set.copyOf(positions), size)) {
            Block block = reader.next();
            while (block != null && block.rows() == 0) {
                block = reader.next();
            }
            List<String> names = positions.stream().map(dataset.schema()::name).toList();
            return block == null
                    ? new SampleRun(shard, names, List.of(), List.of())
                    : new Chain(plan, shard, block).run(strategy, positions, names);
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        }
    }

    private static List<Integer> readable(Dataset dataset) {
        return IntStream.range(0, dataset.schema().size())
                .filter(position -> !dataset.opaque().containsKey(dataset.schema().name(position)))
                .boxed()
                .toList();
    }

    /// The strategies at work on one block. One block only, as edits are borrowed from block to block.
    private record Chain(Plan plan, Shard shard, Block block, Edits edits) {

        Chain(Plan plan, Shard shard, Block block) {
            this(plan, shard, block, new Edits());
        }

        SampleRun run(int strategy, List<Integer> positions, List<String> names) {
            edits.clear(shard.split(), block.rows());
            for (int i = 0; i < strategy; i++) {
                apply(artifact(i));
            }
            Artifact artifact = artifact(strategy);
            List<List<String>> before = cells(positions);
            List<Optional<Split>> from = splits();
            apply(artifact);
            List<List<String>> after = cells(positions);
            Map<Integer, String> reasons =
                    edits.rejections().stream()
                            .collect(Collectors.toMap(Edits.Rejection::row, Edits.Rejection::reason, (one, _) -> one));
            List<Row> rows = new ArrayList<>();
            for (int row = 0; row < block.rows(); row++) {
                Split to = edits.split(row);
                int times = to == null ? 0 : edits.times(row, to);
                String reason = reasons.getOrDefault(row, "");
                rows.add(new Row(from.get(row).orElse(null), before.get(row), to, times, after.get(row), reason));
            }
            return new SampleRun(shard, names, rows, artifact.warnings());
        }

        private void apply(Artifact artifact) {
            artifact.transform(shard.key()).apply(edits.appliedTo(block), edits);
        }

        private Artifact artifact(int strategy) {
            Step step = plan.steps().get(strategy);
            if (plan.recipe().job() != Job.TRAINING) {
                ModelFolder folder =
                        new ModelFolder(requireNonNull(plan.recipe().artifactsPath()), plan.occurrence(strategy));
                return step.strategy().load(folder, step.subject());
            }
            FitRound<?> round = step.strategy().fit(step.subject());
            while (true) {
                switch (fitted(round, step.footprint().fitSplits())) {
                    case FitRound.Outcome.Fitted(Artifact artifact) -> {
                        return artifact;
                    }
                    case FitRound.Outcome.Refine(FitRound<?> next) -> round = next;
                }
            }
        }

        private <S extends Record> FitRound.Outcome fitted(FitRound<S> round, Set<Split> splits) {
            FitRound.Fit<S> fit = round.start(shard.key());
            Block edited = edits.appliedTo(block);
            for (Split split : splits) {
                Block rows = edits.rowsIn(split, edited);
                if (rows.rows() > 0) {
                    fit.add(split, rows);
                }
            }
            return round.finish(fit.summary());
        }

        private List<Optional<Split>> splits() {
            return IntStream.range(0, block.rows()).mapToObj(row -> Optional.ofNullable(edits.split(row))).toList();
        }

        private List<List<String>> cells(List<Integer> positions) {
            Block edited = edits.appliedTo(block);
            Map<Integer, List<String>> columns = new HashMap<>();
            for (int position : positions) {
                columns.put(
                        position, IntStream.range(0, block.rows()).mapToObj(edited.column(position)::text).toList());
            }
            return IntStream.range(0, block.rows())
                    .mapToObj(row ->
                            positions.stream().map(position -> requireNonNull(columns.get(position)).get(row)).toList())
                    .toList();
        }
    }
}
