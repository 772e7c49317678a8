package dev.millrace.engine.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// A file or folder as a power cut sees it: the steps that made it, in order, and after which of them it was forced.
///
/// @param <S> its state: bytes, or what lies in it by name; never changed, only replaced
abstract sealed class Node<S> permits FileNode, FolderNode {

    private record Step<S>(long at, UnaryOperator<S> effect) {}

    private final S begin;
    private final List<Step<S>> steps = new ArrayList<>();
    private final List<Integer> forced = new ArrayList<>(); // numbers of steps that were done when it was forced
    private final List<Long> forcedAt = new ArrayList<>(); // the operations that forced it
    private S now;

    Node(S begin) {
        this.begin = begin;
        this.now = begin;
    }

    final S now() {
        return now;
    }

    final void change(long at, UnaryOperator<S> effect) {
        steps.add(new Step<>(at, effect));
        now = effect.apply(now);
    }

    final void force(long at) {
        forced.add(steps.size());
        forcedAt.add(at);
    }

    /// What is left after a power cut.
    ///
    /// @param at the number of the last operation that was done
    /// @param random for what survives by chance
    final S after(long at, Survival survival, Random random) {
        int done = (int) steps.stream().filter(step -> step.at() <= at).count();
        int safe = 0;
        for (int i = 0; i < forced.size() && forcedAt.get(i) <= at; i++) {
            safe = forced.get(i);
        }
        int kept =
                switch (survival) {
                    case FORCED -> safe;
                    case SOME -> safe + random.nextInt(done - safe + 1);
                    case ALL -> done;
                };
        S state = begin;
        for (Step<S> step : steps.subList(0, kept)) {
            state = step.effect().apply(state);
        }
        return state;
    }
}
