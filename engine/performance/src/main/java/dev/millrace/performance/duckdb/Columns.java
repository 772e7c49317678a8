package dev.millrace.performance.duckdb;

import java.util.List;

/// Which columns of the generated transactions the works are about; the same for every side.
public final class Columns {

    public static final List<String> CATEGORICAL =
            List.of("merchant_category", "country", "device", "payment_method", "channel", "email_domain");
    public static final List<String> MEANS = List.of("income", "velocity_1d");
    public static final List<String> MEDIANS = List.of("age", "tenure_months");
    public static final List<String> MODES = List.of("device", "email_domain");

    /// The generator leaves gaps in two columns of numbers only; in these two, 0 is taken as one.
    public static final List<String> ZERO_IS_MISSING = List.of("velocity_1d", "tenure_months");

    public static final String STRATA = "channel";
    public static final long SAMPLE_ROWS = 100_000;

    private Columns() {}
}
