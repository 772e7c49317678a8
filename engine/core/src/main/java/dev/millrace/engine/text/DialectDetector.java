package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.DialectOverrides;
import dev.millrace.engine.dataset.LineEnd;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells the dialect of a dataset by the first 64 KiB of its first shard that holds something, and of a few others.
/// What a person says of the dialect is not questioned.
public final class DialectDetector {

    static final int SAMPLE_BYTES = 64 << 10;
    private static final int OTHER_SHARDS = 4;
    private static final int MOST_FIELDS = 10_000;

    private final DialectOverrides said;
    private final List<String> signature;

    /// @param signature names of columns for shards without a header; empty if there are none
    public DialectDetector(DialectOverrides said, List<String> signature) {
        this.said = said;
        this.signature = List.copyOf(signature);
    }

    /// A dialect and how it was found.
    ///
    /// @param columns how many most records have
    /// @param findings the evidence in words
    public record Detected(Dialect dialect, int columns, List<String> findings) {}

    private record Sample(String text, boolean whole) {}

    /// The dialect of some shards; empty if none of them holds anything.
    ///
    /// @throws DataException if they are no delimited text
    public Optional<Detected> detect(List<Shard> shards) throws IOException {
        int first = 0;
        byte[] head = new byte[0];
        while (first < shards.size() && isBlank(head)) {
            head = head(shards.get(first++));
        }
        if (isBlank(head)) {
            return Optional.empty();
        }
        Shard shard = shards.get(first - 1);
        List<Shard> others = others(shards.subList(first, shards.size()));
        List<byte[]> heads = new ArrayList<>(List.of(head));
        for (Shard other : others) {
            heads.add(head(other));
        }
        EncodingDetector encoding =
                said.encodingSaid()
                        .map(given -> new EncodingDetector(given, "the recipe says so"))
                        .orElseGet(() -> EncodingDetector.of(heads));
        Sample sample = sample(shard, encoding.encoding());
        requireNoMarkup(shard, sample.text());
        return Optional.of(detect(shard, sample, others, encoding));
    }

    private Detected detect(Shard shard, Sample sample, List<Shard> others, EncodingDetector encoding)
            throws IOException {
        Dialect usual = Dialect.usual(shard.type().format());
        Dialect start =
                usual.withDelimiter(said.delimiterSaid().orElse(usual.delimiter()))
                        .withQuote(said.quoteSaid().orElse(usual.quote()))
                        .withEscape(said.escapeSaid().orElse(Dialect.NONE))
                        .withComment(said.commentSaid().orElse(Dialect.NONE))
                        .withSkipInitialSpace(Boolean.TRUE.equals(said.skipInitialSpace()))
                        .withHeader(true, said.skipLines() == null ? 0 : said.skipLines())
                        .withEncoding(encoding.encoding())
                        .withLineEnd(lineEnd(sample.text()));
        DialectScore score = new DelimiterDetector(sample.text(), sample.whole(), start, said).best();
        Dialect found = score.dialect();
        if (said.commentSaid().isPresent()) {
            found = found.withComment(start.comment());
        }
        if (said.skipLines() != null) {
            found = found.withHeader(true, start.skipLines());
        }
        HeaderDetector header = header(score, found, others);
        List<String> findings = new ArrayList<>();
        findings.add("delimiter " + Dialect.name(found.delimiter()) + ": " + evidence(score));
        if (found.skipLines() > 0) {
            findings.add(found.skipLines() + " lines before the table are skipped");
        }
        if (found.comment() != Dialect.NONE) {
            findings.add("lines that begin with " + found.comment() + " are comments");
        }
        if (found.quote() != '"') {
            findings.add(found.quote() == Dialect.NONE ? "no quotes" : "quotes " + found.quote());
        }
        if (found.escape() != Dialect.NONE) {
            findings.add("escape character " + found.escape());
        }
        if (found.skipInitialSpace()) {
            findings.add("blanks after the delimiter do not belong to values");
        }
        findings.add((header.header() ? "a header: " : "no header: ") + header.why());
        findings.add(encoding.encoding().label() + ": " + encoding.why());
        return new Detected(
                found.withHeader(header.header(), found.skipLines()), Math.max(1, score.fields()), findings);
    }

    private String evidence(DialectScore score) {
        if (said.delimiterSaid().isPresent()) {
            return "the recipe says so";
        }
        int rows = score.table().rows().size();
        return String.format(
                Locale.ROOT,
                "%.0f %% of %d sampled records have %d %s",
                score.consistency() * 100,
                rows,
                score.fields(),
                score.fields() == 1 ? "field" : "fields");
    }

    private HeaderDetector header(DialectScore score, Dialect dialect, List<Shard> others) throws IOException {
        if (said.header() != null) {
            return new HeaderDetector(said.header(), "the recipe says so");
        }
        List<List<String>> rows = score.table().rows();
        if (!signature.isEmpty()) {
            boolean same =
                    !rows.isEmpty()
                            && Set.copyOf(rows.getFirst().stream().map(TextHeader::dotted).toList())
                                    .equals(Set.copyOf(signature));
            return new HeaderDetector(
                    same, same ? "the first record is the signature" : "a signature names the columns");
        }
        List<List<String>> firstOfOthers = new ArrayList<>();
        for (Shard other : others) {
            Sample sample = sample(other, dialect.encoding());
            int from = RecordCursor.afterLines(sample.text(), dialect.skipLines());
            RecordCursor cursor = new RecordCursor(sample.text(), from, dialect, sample.whole(), MOST_FIELDS);
            if (cursor.advance()) {
                firstOfOthers.add(List.copyOf(cursor.values()));
            }
        }
        return HeaderDetector.of(rows, firstOfOthers);
    }

    private static LineEnd lineEnd(String text) {
        int pairs = 0;
        int returns = 0;
        int feeds = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("\r\n", at)) {
                pairs++;
                at++;
            } else {
                returns += text.charAt(at) == '\r' ? 1 : 0;
                feeds += text.charAt(at) == '\n' ? 1 : 0;
            }
        }
        if (pairs > Math.max(returns, feeds)) {
            return LineEnd.CRLF;
        }
        return returns > feeds ? LineEnd.CR : LineEnd.LF;
    }

    private static void requireNoMarkup(Shard shard, String text) {
        String begin = text.substring(0, Math.min(text.length(), 200)).stripLeading().toLowerCase(Locale.ROOT);
        if (begin.startsWith("<!doctype") || begin.startsWith("<html") || begin.startsWith("<?xml")) {
            throw new DataException(
                    new Problem(
                            Place.of(shard.file()).atLine(1),
                            "the file is a web page or XML, no delimited text",
                            "Download the data itself; a saved error page may have its name"));
        }
    }

    private static List<Shard> others(List<Shard> rest) {
        if (rest.size() <= OTHER_SHARDS) {
            return rest;
        }
        List<Shard> spread = new ArrayList<>();
        for (int i = 0; i < OTHER_SHARDS; i++) {
            spread.add(rest.get((int) ((long) i * (rest.size() - 1) / (OTHER_SHARDS - 1))));
        }
        return spread;
    }

    private static boolean isBlank(byte[] head) {
        @Nullable TextEncoding marked = ByteOrderMark.of(head, head.length);
        for (int at = marked == null ? 0 : ByteOrderMark.bytes(marked); at < head.length; at++) {
            if (head[at] != '\n' && head[at] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static byte[] head(Shard shard) throws IOException {
        try (ShardInput input = ShardInput.open(shard)) {
            return input.readNBytes(SAMPLE_BYTES);
        }
    }

    private static Sample sample(Shard shard, TextEncoding encoding) throws IOException {
        try (ShardText text = ShardText.open(shard, encoding)) {
            byte[] bytes = text.readUpTo(SAMPLE_BYTES + 1);
            boolean whole = bytes.length <= SAMPLE_BYTES;
            byte[] kept = whole ? bytes : Arrays.copyOf(bytes, SAMPLE_BYTES);
            return new Sample(new String(kept, encoding.inMemory().charset()), whole);
        }
    }
}
