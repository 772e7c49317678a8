package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;

import java.util.List;

/// Collects one shard's part of every fit of a pass.
final class FitTask implements ShardTask {

    private final Transforms earlier;
    private final List<? extends RunningFit<?>.ShardFit> fits;

    /// Begins the fits of one shard.
    ///
    /// @param earlier what the strategies before them make of the data
    FitTask(Transforms earlier, List<RunningFit<?>> fits) {
        this.earlier = earlier;
        this.fits = fits.stream().map(RunningFit::startShard).toList();
    }

    @Override
    public void accept(Block block) {
        Block seen = earlier.apply(block);
        fits.forEach(fit -> fit.add(seen));
    }

    @Override
    public Runnable finish() {
        List<Runnable> folds = fits.stream().map(RunningFit.ShardFit::summarised).toList();
        return () -> folds.forEach(Runnable::run);
    }

    @Override
    public void close() {}
}
