package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

class RateConverterTest {

    @ParameterizedTest
    @CsvSource({"50MB, 50, 0", "50mb, 50, 0", "0, 0, 0", "5000, 0, 5000", "200k, 0, 200000", "1M, 0, 1000000"})
    void aRateIsOfBytesOrOfRows(String text, int mb, long rows) {
        assertThat(new RateConverter().convert(text)).isEqualTo(new Rate(mb, rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "-1MB", "1.5MB", "fast", "99999999999MB"})
    void allElseIsRefused(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new RateConverter().convert(text))
                .withMessageContaining("50MB");
    }
}
