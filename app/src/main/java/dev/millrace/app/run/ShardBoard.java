package dev.millrace.app.run;

import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.run.RunEvent.ShardId;
import dev.millrace.engine.run.RunProgress.WorkerProgress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What every pass has made of every shard: arrays, as ten thousand shards have to change ten times a second. Knows
/// which tiles changed since they were last painted. For the screen's thread only.
public final class ShardBoard {

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();
    private final TileState[][] states; // by pass, then shard
    private final double[] shares;
    private final long[] rows;
    private final long[][] millis; // by pass, then shard
    private final long[] bytes;
    private final BitSet changed = new BitSet();
    private int running;

    private ShardBoard(List<String> names, long[] bytes, int passes) {
        this.bytes = bytes;
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            positions.put(names.get(i), i);
        }
        states = new TileState[passes][names.size()];
        for (TileState[] pass : states) {
            Arrays.fill(pass, TileState.QUEUED);
        }
        shares = new double[names.size()];
        rows = new long[names.size()];
        millis = new long[passes][names.size()];
        changed.set(0, names.size());
    }

    /// Before a run.
    public static ShardBoard empty() {
        return new ShardBoard(List.of(), new long[0], 1);
    }

    public static ShardBoard of(Plan plan) {
        List<String> names = new ArrayList<>();
        plan.dataset().shards().forEach(shard -> names.add(plan.dataset().relativePath(shard)));
        ShardBoard board =
                new ShardBoard(
                        names,
                        plan.dataset().shards().stream().mapToLong(Shard::bytes).toArray(),
                        plan.passes().size());
        for (int pass = 0; pass < plan.passes().size(); pass++) {
            board.skipOthers(pass, plan.passes().get(pass), plan.dataset().shards());
        }
        return board;
    }

    private void skipOthers(int pass, Pass planned, List<Shard> shards) {
        for (int i = 0; i < shards.size(); i++) {
            if (!planned.splits().contains(shards.get(i).split())) {
                states[pass][i] = TileState.SKIPPED;
            }
        }
    }

    public int size() {
        return names.size();
    }

    public int passes() {
        return states.length;
    }

    public String name(int shard) {
        return names.get(shard);
    }

    /// How far a pass is with a shard.
    ///
    /// @param pass from 0
    public TileState state(int pass, int shard) {
        return states[pass][shard];
    }

    /// Share that the running pass has read of a shard, 0 to 1.
    public double share(int shard) {
        return shares[shard];
    }

    /// Rows that the latest finished pass found in a shard.
    public long rows(int shard) {
        return rows[shard];
    }

    /// Time that all finished passes took for a shard.
    public long millis(int shard) {
        long sum = 0;
        for (long[] pass : millis) {
            sum += pass[shard];
        }
        return sum;
    }

    /// Time that a pass took for a shard; 0 until it is done.
    public long millis(int pass, int shard) {
        return millis[pass][shard];
    }

    public long bytes(int shard) {
        return bytes[shard];
    }

    /// The state that a person sees: of the pass that is furthest.
    public TileState seen(int shard) {
        TileState seen = TileState.QUEUED;
        boolean done = true;
        for (TileState[] pass : states) {
            TileState state = pass[shard];
            if (state == TileState.FAILED || state == TileState.READING || state == TileState.STOPPED) {
                seen = state;
            }
            done &= state == TileState.DONE || state == TileState.SKIPPED;
        }
        return done ? TileState.DONE : seen;
    }

    /// The shards that took longest in all passes together.
    ///
    /// @return positions, longest first
    int[] slowest(int most) {
        return IntStream.range(0, names.size())
                .filter(shard -> millis(shard) > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer shard) -> millis(shard)).reversed())
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public long count(int pass, TileState state) {
        return Arrays.stream(states[pass]).filter(each -> each == state).count();
    }

    /// Sum of the shares of the shards that are being read.
    double readingShares() {
        double sum = 0;
        for (int shard = 0; shard < names.size(); shard++) {
            sum += states[running][shard] == TileState.READING ? shares[shard] : 0;
        }
        return sum;
    }

    /// Tiles to paint anew; they count as painted from now on.
    public BitSet takeChanged() {
        BitSet taken = (BitSet) changed.clone();
        changed.clear();
        return taken;
    }

    /// Makes all tiles count as changed.
    public void touchAll() {
        changed.set(0, names.size());
    }

    /// What follows is about this pass; one that begins anew, to refine a fit, starts over.
    ///
    /// @param pass from 0
    void begin(int pass) {
        running = pass;
        for (int shard = 0; shard < names.size(); shard++) {
            if (states[pass][shard] == TileState.DONE) {
                states[pass][shard] = TileState.QUEUED;
            }
            shares[shard] = 0;
            millis[pass][shard] = 0;
        }
        touchAll();
    }

    /// The pass that began last, from 0.
    int running() {
        return running;
    }

    void started(ShardId id) {
        shares[set(id, TileState.READING)] = 0;
    }

    void finished(ShardId id, long shardRows, long shardMillis) {
        int shard = set(id, TileState.DONE);
        shares[shard] = 1;
        rows[shard] = shardRows;
        millis[running][shard] = shardMillis;
    }

    void failed(ShardId id) {
        set(id, TileState.FAILED);
    }

    void reading(WorkerProgress worker) {
        int shard = position(worker.shard());
        shares[shard] = worker.bytes() == 0 ? 0 : Math.min(1, (double) worker.bytesRead() / worker.bytes());
        changed.set(shard);
    }

    /// The run has ended: what waits or is being read now will not be done.
    void stop() {
        for (TileState[] pass : states) {
            for (int shard = 0; shard < pass.length; shard++) {
                if (pass[shard] == TileState.READING || pass[shard] == TileState.QUEUED) {
                    pass[shard] = TileState.STOPPED;
                    shares[shard] = 0;
                    changed.set(shard);
                }
            }
        }
    }

    private int set(ShardId id, TileState state) {
        int shard = position(id);
        states[running][shard] = state;
        changed.set(shard);
        return shard;
    }

    /// Where a shard stands.
    int position(ShardId id) {
        Integer position = positions.get(id.path());
        if (position == null) {
            throw new IllegalArgumentException("no shard " + id.path());
        }
        return position;
    }
}
