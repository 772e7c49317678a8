package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

class RowsConverterTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "5000, 5000", "10_000, 10000", "250k, 250000", "2M, 2000000", "2m, 2000000", "1G, 1000000000"})
    void numbersMayHaveUnderscoresAndAUnit(String text, long rows) {
        assertThat(new RowsConverter().convert(text)).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "_1", "-1", "1.5M", "1 M", "1T", "10000000000G", "99999999999999999999"})
    void allElseIsRefused(String text) {
        assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> new RowsConverter().convert(text));
    }
}
