package dev.millrace.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads numbers of rows such as `5000`, `10_000`, `250k`, `2M` and `1G`.
final class RowsConverter implements ITypeConverter<Long> {

    private static final Pattern ROWS = Pattern.compile("(\\d[\\d_]*)([kmg]?)");

    @Override
    public Long convert(String text) {
        Matcher rows = ROWS.matcher(text.toLowerCase(Locale.ROOT));
        if (!rows.matches()) {
            throw new TypeConversionException("'" + text + "' is not a number such as 5000, 10_000, 250k, 2M or 1G");
        }
        long unit =
                switch (rows.group(2)) {
                    case "k" -> 1_000;
                    case "m" -> 1_000_000;
                    case "g" -> 1_000_000_000;
                    default -> 1;
                };
        try {
            return Math.multiplyExact(Long.parseLong(rows.group(1).replace("_", "")), unit);
        } catch (NumberFormatException | ArithmeticException tooLarge) {
            throw new TypeConversionException("'" + text + "' is too large");
        }
    }
}
