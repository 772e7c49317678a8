package dev.millrace.engine.pickle;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// A pickle machine that knows plain data only (opcodes: CPython's `pickletools`, protocols 2 to 5). Every opcode that
/// names, imports, calls or builds something is refused, so a hostile file can do nothing but be refused.
@SuppressWarnings("ReferenceEquality") // the mark and None are single objects
final class PickleReader {

    private static final Object MARK = new Object();
    private static final Object NONE = new Object(); // ArrayDeque holds no null
    private static final int MOST_NESTED = 200;
    private static final int MOST_VALUES = 50_000_000;

    private final ByteBuffer in;
    private final Place place;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private final IdentityHashMap<Object, Integer> depths =
            new IdentityHashMap<>(); // of what each unheld container holds
    private int values;

    PickleReader(byte[] pickle, Place place) {
        this.in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
        this.place = place;
    }

    @Nullable Object read() {
        try {
            while (true) {
                int opcode = in.get() & 0xFF;
                if (opcode == '.') {
                    return unwrapped(stack.pop());
                }
                step(opcode);
                if (++values > MOST_VALUES) {
                    throw refused("it holds more than " + MOST_VALUES + " values");
                }
            }
        } catch (BufferUnderflowException
                | NoSuchElementException
                | IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException damaged) {
            throw refused("it is damaged at byte " + in.position(), damaged);
        }
    }

    private void step(int opcode) {
        switch (opcode) {
            case 0x80 -> in.get(); // PROTO
            case 0x95 -> in.getLong(); // FRAME
            case '(' -> stack.push(MARK);
            case 'N' -> stack.push(NONE);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case '}' -> begin(new LinkedHashMap<@Nullable Object, @Nullable Object>());
            case ']' -> begin(new ArrayList<@Nullable Object>());
            case 'J' -> stack.push((long) in.getInt());
            case 'K' -> stack.push((long) (in.get() & 0xFF));
            case 'M' -> stack.push((long) (in.getShort() & 0xFFFF));
            case 0x8A -> stack.push(integer(in.get() & 0xFF));
            case 'G' -> stack.push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
            case 'X' -> stack.push(text(in.getInt()));
            case 0x8C -> stack.push(text(in.get() & 0xFF));
            case 0x8D -> stack.push(text(in.getLong()));
            case 'q' -> memo.put(in.get() & 0xFF, stack.element());
            case 'r' -> memo.put(in.getInt(), stack.element());
            case 0x94 -> memo.put(memo.size(), stack.element());
            case 'h' -> stack.push(remembered(in.get() & 0xFF));
            case 'j' -> stack.push(remembered(in.getInt()));
            case 'a' -> appendOne();
            case 'e' -> appendAll();
            case 's' -> setOne();
            case 'u' -> setAll();
            default -> throw refused("it holds more than plain data (opcode 0x" + Integer.toHexString(opcode) + ")");
        }
    }

    private void begin(Object container) {
        depths.put(container, 0);
        stack.push(container);
    }

    private void appendOne() {
        Object value = stack.pop();
        list(stack.element()).add(held(value));
    }

    private void appendAll() {
        List<Object> items = popToMark();
        List<@Nullable Object> list = list(stack.element());
        items.forEach(item -> list.add(held(item)));
    }

    private void setOne() {
        Object value = stack.pop();
        Object key = stack.pop();
        dict(stack.element()).put(key(key), held(value));
    }

    private void setAll() {
        List<Object> items = popToMark();
        Map<@Nullable Object, @Nullable Object> dict = dict(stack.element());
        for (int i = 0; i < items.size(); i += 2) {
            dict.put(key(items.get(i)), held(items.get(i + 1)));
        }
    }

    /// A value that goes into a container. A container may be held once only, and by one that was begun before it, so
    /// that what is read is a tree: nothing holds itself, and nothing grows by being shared. Nesting is bounded.
    private @Nullable Object held(Object value) {
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            int depth = requireNonNull(depths.remove(value), "a container that is held already") + 1;
            if (depth > MOST_NESTED) {
                throw refused("it is nested deeper than " + MOST_NESTED);
            }
            Object holder = stack.element();
            depths.put(holder, Math.max(depth, requireNonNull(depths.get(holder), "a holder that is held already")));
        }
        return unwrapped(value);
    }

    private @Nullable Object key(Object key) {
        if (key instanceof List<?> || key instanceof Map<?, ?>) {
            throw new IllegalArgumentException("a container as a key");
        }
        return unwrapped(key);
    }

    private List<Object> popToMark() {
        List<Object> items = new ArrayList<>();
        for (Object item = stack.pop(); item != MARK; item = stack.pop()) {
            items.add(item);
        }
        return items.reversed();
    }

    private Object integer(int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        for (int i = 0; i < length / 2; i++) {
            byte swapped = bytes[i];
            bytes[i] = bytes[length - 1 - i];
            bytes[length - 1 - i] = swapped;
        }
        BigInteger value = length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private String text(long length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a text of " + length + " bytes");
        }
        ByteBuffer bytes = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException undecodable) {
            throw new IllegalArgumentException("a text that is not UTF-8", undecodable);
        }
    }

    private Object remembered(int key) {
        Object value = memo.get(key);
        if (value == null) {
            throw new NoSuchElementException("nothing remembered as " + key);
        }
        return value;
    }

    @SuppressWarnings("unchecked") // only step() makes lists, of this type
    private static List<@Nullable Object> list(Object value) {
        return (List<@Nullable Object>) value;
    }

    @SuppressWarnings("unchecked") // only step() makes maps, of this type
    private static Map<@Nullable Object, @Nullable Object> dict(Object value) {
        return (Map<@Nullable Object, @Nullable Object>) value;
    }

    private @Nullable Object unwrapped(Object value) {
        if (value == MARK) {
            throw new IllegalArgumentException("a mark in the place of a value");
        }
        return value == NONE ? null : value;
    }

    private DataException refused(String reason) {
        return refused(reason, null);
    }

    private DataException refused(String reason, @Nullable Exception cause) {
        return new DataException(
                new Problem(
                        place,
                        "the pickle cannot be taken: "
                                + reason
                                + "; accepted are dicts, lists, texts, numbers, booleans and None",
                        "Use the JSON artifact beside it, or pickle plain Python values"),
                cause);
    }
}
