package dev.millrace.app.data;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;

/// Tells what the figures of the columns rest on.
final class BasisWords {

    private final Texts texts;
    private final Figures figures;

    BasisWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    String of(ProfileBasis basis) {
        String words =
                switch (basis.kind()) {
                    case NONE -> texts.of("data.basis.none");
                    case SAMPLE -> texts.of("data.basis.sample", figures.count(basis.rows()));
                    case EXACT -> texts.of("data.basis.exact", figures.count(basis.rows()));
                };
        return basis.scanning() ? texts.of("data.basis.scanning", words, figures.percent(basis.share())) : words;
    }
}
