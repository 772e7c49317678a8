package dev.millrace.performance.peers;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of data such as `100m` or `1g`, in powers of 1000.
///
/// @param text as the user wrote it
record ByteSize(String text, long bytes) {

    private static final Pattern FORM = Pattern.compile("(\\d+)([kmg])");

    static final class Converter implements ITypeConverter<ByteSize> {

        @Override
        public ByteSize convert(String text) {
            Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is not a size such as 100m, 1g or 10g");
            }
            long unit =
                    switch (matcher.group(2)) {
                        case "k" -> 1_000;
                        case "m" -> 1_000_000;
                        default -> 1_000_000_000;
                    };
            return new ByteSize(matcher.group(), Long.parseLong(matcher.group(1)) * unit);
        }
    }
}
