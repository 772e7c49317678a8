package dev.millrace.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The texts that a column may hold, most frequent first, with some numbers for each text.
final class CodeTable {
    private final byte[][] codes;
    private final double[][] numbers;
    private final AliasTable shares;

    /// Reads the resource `codes/<name>.txt`: each line is a text and its numbers, with single spaces between them.
    ///
    /// @param skew how fast the shares fall with the rank, see [AliasTable#zipf(int, double)]
    CodeTable(String name, double skew) {
        List<String> lines = lines("codes/" + name + ".txt");
        codes = new byte[lines.size()][];
        numbers = new double[lines.size()][];
        for (int index = 0; index < codes.length; index++) {
            String[] words = lines.get(index).split(" ", -1);
            codes[index] = words[0].getBytes(StandardCharsets.UTF_8);
            numbers[index] = new double[words.length - 1];
            for (int column = 1; column < words.length; column++) {
                numbers[index][column - 1] = Double.parseDouble(words[column]);
            }
        }
        shares = AliasTable.zipf(codes.length, skew);
    }

    /// A random index, by the shares of the texts.
    int pick(RandomStream random) {
        return shares.pick(random);
    }

    /// The text at an index in UTF-8; not a copy.
    byte[] code(int index) {
        return codes[index];
    }

    /// A number of the text at an index.
    double number(int index, int column) {
        return numbers[index][column];
    }

    private static List<String> lines(String resource) {
        try (InputStream input = CodeTable.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalStateException("the class path lacks the resource " + resource);
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the resource " + resource, failure);
        }
    }
}
