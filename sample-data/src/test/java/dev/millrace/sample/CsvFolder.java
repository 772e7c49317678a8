package dev.millrace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads what the tests have written.
final class CsvFolder {
    private CsvFolder() {}

    /// All regular files below a folder, relative to it, with `/` between folder and file, sorted.
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /// Parses all shards below a folder by RFC 4180, in the order of their names.
    static List<CSVRecord> records(Path folder) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        List<CSVRecord> records = new ArrayList<>();
        for (String file : files(folder)) {
            try (Reader reader = Files.newBufferedReader(folder.resolve(file));
                    CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
                parser.forEach(records::add);
            }
        }
        return records;
    }

    /// Checks that two folders hold the same files with the same bytes.
    static void assertSame(Path actual, Path expected) throws IOException {
        assertThat(files(actual)).isEqualTo(files(expected));
        assertThat(files(actual))
                .allSatisfy(file -> assertThat(mismatch(actual.resolve(file), expected.resolve(file))).isEqualTo(-1));
    }

    private static long mismatch(Path one, Path other) {
        try {
            return Files.mismatch(one, other);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
