package dev.millrace.app.recipe;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.strategy.risk.RiskTableSettings;
import dev.millrace.engine.strategy.sample.StratifiedSamplingSettings;

import javafx.scene.Node;

import java.util.Optional;

/// What there is to see of a strategy beside its rows: risks of categories, strata under all allocations.
final class CloserLook {

    private final Texts texts;
    private final Figures figures;

    CloserLook(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    Optional<Node> of(SampleState.Ready ready) {
        return switch (ready.strategy().settings()) {
            case RiskTableSettings settings -> {
                CategoryRisks risks = CategoryRisks.of(ready, settings);
                yield risks.fields().isEmpty() ? Optional.empty() : Optional.of(new RiskPane(risks, texts, figures));
            }
            case StratifiedSamplingSettings settings ->
                    StrataGuess.of(ready, settings).map(guess -> new StrataPane(guess, settings, texts, figures));
            default -> Optional.empty();
        };
    }
}
