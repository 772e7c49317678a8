package dev.millrace.app.data;

import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.project.Project;
import dev.millrace.app.project.ProjectViewModel;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.DialectOverrides;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.recipe.DatasetSettings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// How the text of the open dataset is read: what was detected, and what a person said instead. A change is written
/// into the recipe and the dataset is read anew.
public final class DialectViewModel {

    private static final DatasetSettings NO_SETTINGS = DatasetSettings.of(".");

    private final ProjectViewModel project;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State(null, NO_SETTINGS));
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();

    DialectViewModel(ProjectViewModel project, Texts texts) {
        this.project = project;
        this.texts = texts;
    }

    /// What is open and how it is read.
    ///
    /// @param dataset null while there is none
    /// @param settings what a person said
    public record State(@Nullable Dataset dataset, DatasetSettings settings) {

        /// Whether the dataset has a dialect to choose.
        boolean isDelimited() {
            return dataset != null
                    && (dataset.type().format() == ShardFormat.CSV || dataset.type().format() == ShardFormat.TSV);
        }

        Dialect dialect() {
            return dataset == null ? Dialect.CSV : dataset.dialect();
        }

        DialectOverrides said() {
            return settings.dialect();
        }

        MissingTokens missing() {
            return MissingTokens.orDefault(settings.missing());
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the dataset cannot be read as was said last; null if it can.
    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void show(Project open) {
        problem.set(null);
        state.set(new State(open.dataset(), open.recipe().dataset()));
    }

    void clear() {
        problem.set(null);
        state.set(new State(null, NO_SETTINGS));
    }

    /// Says what stands between two cells.
    ///
    /// @param delimiter null to detect it
    public void sayDelimiter(@Nullable String delimiter) {
        DialectOverrides said = said();
        say(
                new DialectOverrides(
                        delimiter,
                        said.quote(),
                        said.escape(),
                        said.comment(),
                        said.header(),
                        said.skipLines(),
                        said.skipInitialSpace(),
                        said.encoding()));
    }

    /// Says what stands around a cell that holds a delimiter.
    ///
    /// @param quote empty for none, null to detect it
    public void sayQuote(@Nullable String quote) {
        DialectOverrides said = said();
        say(
                new DialectOverrides(
                        said.delimiter(),
                        quote,
                        said.escape(),
                        said.comment(),
                        said.header(),
                        said.skipLines(),
                        said.skipInitialSpace(),
                        said.encoding()));
    }

    /// Says whether the first record names the columns.
    ///
    /// @param header null to detect it
    public void sayHeader(@Nullable Boolean header) {
        DialectOverrides said = said();
        say(
                new DialectOverrides(
                        said.delimiter(),
                        said.quote(),
                        said.escape(),
                        said.comment(),
                        header,
                        said.skipLines(),
                        said.skipInitialSpace(),
                        said.encoding()));
    }

    /// Says how characters are written as bytes.
    ///
    /// @param encoding null to detect it
    public void sayEncoding(@Nullable String encoding) {
        DialectOverrides said = said();
        say(
                new DialectOverrides(
                        said.delimiter(),
                        said.quote(),
                        said.escape(),
                        said.comment(),
                        said.header(),
                        said.skipLines(),
                        said.skipInitialSpace(),
                        encoding));
    }

    /// Says which texts stand for a missing value.
    ///
    /// @param tokens null for those of pandas
    public void sayMissing(@Nullable List<String> tokens) {
        DatasetSettings settings = state.get().settings();
        reread(settings.with(settings.label(), tokens));
    }

    /// Missing tokens as a person types them, with commas between.
    public void typeMissing(String text) {
        sayMissing(Arrays.stream(text.split(",", -1)).map(String::strip).filter(token -> !token.isEmpty()).toList());
    }

    private DialectOverrides said() {
        return state.get().said();
    }

    private void say(DialectOverrides said) {
        DatasetSettings settings = state.get().settings();
        reread(
                new DatasetSettings(
                        settings.path(),
                        settings.format(),
                        settings.signature(),
                        settings.label(),
                        settings.missing(),
                        said,
                        settings.columns()));
    }

    private void reread(DatasetSettings settings) {
        problem.set(null);
        project.reread(
                settings,
                failure ->
                        problem.set(
                                ProblemReport.of(
                                        texts.of("data.dialect.refused"), failure, texts.of("problem.remedy"))));
    }
}
