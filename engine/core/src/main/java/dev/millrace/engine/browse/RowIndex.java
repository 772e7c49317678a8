package dev.millrace.engine.browse;

import dev.millrace.engine.block.BlockStart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where some rows of a shard begin. Keeps no more places than a fixed number: when there are too many, every second
/// one is forgotten and fewer are taken from then on. Filled by one thread and asked by others.
final class RowIndex {

    private static final int MOST_PLACES = 1 << 14;

    private final List<Place> places = new ArrayList<>();
    private int stride = 1; // of the places offered, every how many is kept
    private int offered;

    /// A place to begin reading.
    ///
    /// @param row number of the first row there, counted as in [ShardRow#number]
    record Place(long row, BlockStart start) {}

    /// Offers a place behind all those before.
    synchronized void add(Place place) {
        if (offered++ % stride == 0) {
            places.add(place);
        }
        if (places.size() > MOST_PLACES) {
            for (int i = 1; i < places.size(); i++) {
                places.remove(i);
            }
            stride *= 2;
        }
    }

    /// The last known place at or before a row; empty if only the begin of the shard is.
    synchronized Optional<Place> before(long row) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).row() <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(places.get(low - 1));
    }

    /// The last known place at or before a line; empty if only the begin of the shard is.
    synchronized Optional<Place> beforeLine(long line) {
        Place found = null;
        for (Place place : places) {
            if (place.start().line() > line) {
                break;
            }
            found = place;
        }
        return Optional.ofNullable(found);
    }

    synchronized int size() {
        return places.size();
    }
}
