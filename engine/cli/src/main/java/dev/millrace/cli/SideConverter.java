package dev.millrace.cli;

import dev.millrace.engine.recipe.Mode;
import dev.millrace.lab.measure.Side;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/// A side of a benchmark as it is typed: a mode, then what differs from the default, such as
/// `streaming,workers=2,heap=256`.
final class SideConverter implements ITypeConverter<Side> {

    private static final Set<String> KEYS = Set.of("workers", "blocks", "heap", "processors", "data");

    @Override
    public Side convert(String text) {
        List<String> parts = List.of(text.split(",", -1));
        TreeMap<String, String> settings = new TreeMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int sign = part.indexOf('=');
            if (sign < 0 || !KEYS.contains(part.substring(0, sign))) {
                throw refused(part, "workers=N, blocks=KB, heap=MB, processors=N or data=F after the mode");
            }
            settings.put(part.substring(0, sign), part.substring(sign + 1));
        }
        return Side.of(
                mode(parts.getFirst()),
                number(settings.getOrDefault("workers", "0")),
                number(settings.getOrDefault("blocks", "0")),
                number(settings.getOrDefault("heap", "0")),
                number(settings.getOrDefault("processors", "0")),
                share(settings.getOrDefault("data", "1")));
    }

    private static Mode mode(String word) {
        for (Mode mode : Mode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
                return mode;
            }
        }
        throw refused(word, "batch or streaming");
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,7}")) {
            throw refused(text, "a whole number, 0 for the default");
        }
        return Integer.parseInt(text);
    }

    private static double share(String text) {
        if (!text.matches("[01]?\\.?\\d{0,6}") || !text.matches(".*\\d.*")) {
            throw refused(text, "a share of the data above 0, at most 1");
        }
        double share = Double.parseDouble(text);
        if (share <= 0 || share > 1) {
            throw refused(text, "a share of the data above 0, at most 1");
        }
        return share;
    }

    private static TypeConversionException refused(String found, String accepted) {
        return new TypeConversionException("found '" + found + "', accepted is " + accepted);
    }
}
