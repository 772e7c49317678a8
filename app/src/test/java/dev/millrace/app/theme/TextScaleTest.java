package dev.millrace.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextScaleTest {

    @Test
    void textsGrowByTheWholeFactorBoxesByHalfAndSpacesStay() {
        String rules =
                """
                .a {
                    -fx-font-size: 14px;
                    -fx-fixed-cell-size: 32px;
                    -fx-min-width: 100px;
                    -fx-padding: 8px;
                    -mr-scale: 1;
                }
                """;
        assertThat(TextScale.of(rules, 2))
                .isEqualTo(
                        """
                        .a {
                            -fx-font-size: 28.00px;
                            -fx-fixed-cell-size: 64.00px;
                            -fx-min-width: 150.00px;
                            -fx-padding: 8px;
                            -mr-scale: 2.00;
                        }
                        """);
    }

    @Test
    void widthsThatAreNoLengthsStay() {
        String rule = ".brand { -fx-min-width: -1; }";
        assertThat(TextScale.of(rule, 2)).isEqualTo(rule);
    }
}
