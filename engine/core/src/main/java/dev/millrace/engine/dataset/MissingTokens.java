package dev.millrace.engine.dataset;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The texts that stand for a missing value. The empty cell is always one of them, named or not.
///
/// @param tokens the texts
public record MissingTokens(List<String> tokens) {

    /// What pandas takes as NA: `pandas.read_csv`, parameter `na_values`.
    public static final MissingTokens OF_PANDAS =
            new MissingTokens(
                    List.of(
                            "#N/A",
                            "#N/A N/A",
                            "#NA",
                            "-1.#IND",
                            "-1.#QNAN",
                            "-NaN",
                            "-nan",
                            "1.#IND",
                            "1.#QNAN",
                            "<NA>",
                            "N/A",
                            "NA",
                            "NULL",
                            "NaN",
                            "None",
                            "n/a",
                            "nan",
                            "null"));

    public MissingTokens {
        tokens = List.copyOf(tokens);
    }

    /// The recipe's list, or that of pandas when the recipe has none.
    public static MissingTokens orDefault(@Nullable List<String> tokens) {
        return tokens == null ? OF_PANDAS : new MissingTokens(tokens);
    }

    public boolean contains(String cell) {
        return cell.isEmpty() || tokens.contains(cell);
    }

    /// The tokens as UTF-8 bytes.
    public List<byte[]> bytes() {
        return tokens.stream().map(token -> token.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
