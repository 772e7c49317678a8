package dev.millrace.engine.pickle;

import dev.millrace.engine.problem.Place;

import net.razorvine.pickle.Pickler;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes and reads pickles of plain data: dicts, lists, texts, numbers, booleans and None.
public final class Pickle {

    private Pickle() {}

    /// A value as a pickle: maps become dicts in their order. Equal values give equal bytes.
    public static byte[] of(Object value) {
        try {
            return new Pickler(false).dumps(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a pickle is made in memory", impossible);
        }
    }

    /// The value of a pickle: `LinkedHashMap`, `ArrayList`, `String`, `Long`, `BigInteger`, `Double`, `Boolean` or
    /// null.
    ///
    /// @param place what it is, for messages
    /// @throws dev.millrace.engine.problem.DataException if it holds anything else, or is damaged
    public static @Nullable Object read(byte[] pickle, Place place) {
        return new PickleReader(pickle, place).read();
    }
}
