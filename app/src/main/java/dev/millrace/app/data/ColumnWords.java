package dev.millrace.app.data;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.profile.ColumnProfile;
import dev.millrace.engine.profile.ColumnProfile.NumberRange;
import dev.millrace.engine.profile.ColumnProfile.ValueCount;
import dev.millrace.engine.profile.Quantiles;
import dev.millrace.engine.profile.Unusual;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Tells what is in a column.
final class ColumnWords {

    private static final int MOST_DIGITS = 6;

    private final Texts texts;
    private final Figures figures;

    ColumnWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /// A sign for a type, short enough for the head of a column.
    static String glyph(ColumnProfile.Type type) {
        return switch (type) {
            case NUMERICAL -> "1.2";
            case CATEGORICAL -> "a|b";
            case TEXT -> "abc";
            case EMPTY -> "–";
        };
    }

    ColumnFacts facts(ColumnProfile column, boolean exact) {
        List<ColumnFacts.Group> groups = new ArrayList<>();
        groups.add(new ColumnFacts.Group("", counts(column)));
        NumberRange range = column.range();
        if (range != null) {
            groups.add(new ColumnFacts.Group(texts.of("data.facts.numbers"), numbers(column, range)));
        }
        if (column.missing() > 0) {
            groups.add(
                    new ColumnFacts.Group(
                            texts.of("data.facts.missing.title"), shares(column.missingTokens(), column.rows())));
        }
        if (!column.top().isEmpty() && column.distinct() < column.rows() - column.missing()) {
            groups.add(new ColumnFacts.Group(texts.of("data.facts.top"), shares(column.top(), column.rows())));
        }
        return new ColumnFacts(
                column.name(),
                glyph(column.type()),
                texts.of(column.type()),
                evidence(column),
                texts.of(exact ? "data.facts.exact" : "data.facts.sample", figures.count(column.rows())),
                exact,
                groups,
                column.histogram());
    }

    private List<ColumnFacts.Fact> counts(ColumnProfile column) {
        return List.of(
                ColumnFacts.Fact.of(texts.of("data.facts.rows"), figures.count(column.rows())),
                ColumnFacts.Fact.of(
                        texts.of("data.facts.missing"),
                        figures.count(column.missing()) + share(column.missing(), column.rows())),
                ColumnFacts.Fact.of(texts.of("data.facts.distinct"), distinct(column)));
    }

    private String distinct(ColumnProfile column) {
        String count = figures.count(column.distinct());
        return column.distinctExact() ? count : texts.of("data.about", count);
    }

    private List<ColumnFacts.Fact> numbers(ColumnProfile column, NumberRange range) {
        List<ColumnFacts.Fact> facts = new ArrayList<>();
        Quantiles quantiles = column.quantiles();
        facts.add(ColumnFacts.Fact.of(texts.of("data.facts.min"), number(range.min())));
        if (quantiles != null) {
            facts.add(quantile("data.facts.p05", quantiles.p05(), quantiles));
            facts.add(quantile("data.facts.p25", quantiles.p25(), quantiles));
            facts.add(quantile("data.facts.median", quantiles.median(), quantiles));
            facts.add(quantile("data.facts.p75", quantiles.p75(), quantiles));
            facts.add(quantile("data.facts.p95", quantiles.p95(), quantiles));
        }
        facts.add(ColumnFacts.Fact.of(texts.of("data.facts.max"), number(range.max())));
        facts.add(ColumnFacts.Fact.of(texts.of("data.facts.mean"), number(range.mean())));
        facts.add(ColumnFacts.Fact.of(texts.of("data.facts.deviation"), number(range.standardDeviation())));
        return facts;
    }

    private ColumnFacts.Fact quantile(String key, double number, Quantiles of) {
        return ColumnFacts.Fact.of(texts.of(key), of.exact() ? number(number) : texts.of("data.about", number(number)));
    }

    private List<ColumnFacts.Fact> shares(List<ValueCount> values, long rows) {
        return values.stream()
                .map(value ->
                        new ColumnFacts.Fact(
                                value.value().isEmpty() ? texts.of("data.facts.empty") : value.value(),
                                figures.count(value.rows()),
                                (double) value.rows() / Math.max(1, rows)))
                .toList();
    }

    private String share(long part, long all) {
        if (part == 0 || all == 0) {
            return "";
        }
        double percent = 100.0 * part / all;
        return " · " + (percent < 0.1 ? "< 0.1" : figures.number(Math.round(percent * 10) / 10.0)) + " %";
    }

    /// In as many digits as tell something.
    String number(double number) {
        if (!Double.isFinite(number) || number == Math.rint(number)) {
            return figures.number(number);
        }
        double size = Math.pow(10, MOST_DIGITS - 1 - Math.floor(Math.log10(Math.abs(number))));
        return figures.number(size > 1e9 ? number : Math.round(number * size) / size);
    }

    private String evidence(ColumnProfile column) {
        long values = column.rows() - column.missing();
        Unusual unusual = column.firstUnusual();
        return switch (column.type()) {
            case EMPTY -> texts.of("data.evidence.empty");
            case NUMERICAL -> texts.of("data.evidence.numerical", figures.count(values));
            case CATEGORICAL ->
                    texts.of("data.evidence.categorical", distinct(column), figures.count(values))
                            + broken(column, unusual);
            case TEXT ->
                    texts.of("data.evidence.text", distinct(column), figures.count(values)) + broken(column, unusual);
        };
    }

    private String broken(ColumnProfile column, @Nullable Unusual unusual) {
        if (unusual == null) {
            return "";
        }
        String value = unusual.value().length() > 40 ? unusual.value().substring(0, 40) + "…" : unusual.value();
        String place =
                Path.of(unusual.place().source()).getFileName()
                        + (unusual.place().line() > 0
                                ? texts.of("data.evidence.line", figures.count(unusual.place().line()))
                                : "");
        String key = column.numbers() > 0 ? "data.evidence.mixed" : "data.evidence.unusual";
        return " " + texts.of(key, value, place, figures.count(column.numbers()));
    }
}
