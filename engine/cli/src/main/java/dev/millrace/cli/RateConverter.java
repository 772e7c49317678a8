package dev.millrace.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads rates: `50MB` are MiB per second, `5000`, `200k` and `1M` rows per second.
final class RateConverter implements ITypeConverter<Rate> {

    private static final Pattern MEBIBYTES = Pattern.compile("(\\d+)mb");

    private final RowsConverter rows = new RowsConverter();

    @Override
    public Rate convert(String text) {
        Matcher mebibytes = MEBIBYTES.matcher(text.toLowerCase(Locale.ROOT));
        try {
            return mebibytes.matches()
                    ? new Rate(Integer.parseInt(mebibytes.group(1)), 0)
                    : new Rate(0, rows.convert(text));
        } catch (NumberFormatException | TypeConversionException unreadable) {
            throw new TypeConversionException(
                    "'" + text + "' is no rate such as 50MB (per second), or 200k or 1M (rows per second)");
        }
    }
}
