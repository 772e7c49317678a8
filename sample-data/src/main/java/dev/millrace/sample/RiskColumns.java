package dev.millrace.sample;

/// The columns of a row that have to do with fraud: what its risk depends on, the score and the label.
final class RiskColumns {
    /// Odds of fraud of a transaction all of whose factors are 1.
    private static final double BASE_ODDS = 0.045;

    private final TransactionTables tables;
    private final RandomStream random;
    private final RandomStream traits;
    private final MissingCells missing;

    /// @param random of the transaction
    /// @param traits of the customer
    RiskColumns(TransactionTables tables, RandomStream random, RandomStream traits) {
        this.tables = tables;
        this.random = random;
        this.traits = traits;
        missing = new MissingCells(random);
    }

    /// Appends the columns from the score to the label, each with a comma before it.
    ///
    /// @param category index of the merchant category
    /// @param cents the amount
    /// @param dayCount transactions of the customer on the same day
    void appendTo(RowBuffer row, int category, int cents, int dayCount) {
        int home = tables.countries.pick(traits);
        int country = random.chance(0.9) ? home : tables.countries.pick(random);
        int device = tables.devices.pick(random);
        int payment = tables.payments.pick(random);
        int channel = tables.channels.pick(random);
        int email = tables.emails.pick(traits);
        double odds =
                BASE_ODDS
                        * tables.categories.number(category, 0)
                        * tables.countries.number(country, 0)
                        * tables.devices.number(device, 0)
                        * tables.payments.number(payment, 0)
                        * tables.channels.number(channel, 0)
                        * tables.emails.number(email, 0)
                        * oddsOfAmount(cents)
                        * (1 + 0.2 * dayCount);

        double noise = random.unit();
        row.put(',');
        row.putFraction((int) ((0.6 * odds / (odds + 0.2) + 0.4 * noise * noise) * 1_000_000), 1_000_000, 6);
        appendDegrees(row, tables.countries.number(country, 1), tables.countries.number(country, 3));
        appendDegrees(row, tables.countries.number(country, 2), tables.countries.number(country, 3));
        appendCode(row, tables.categories, category, 0.02);
        appendCode(row, tables.countries, country, 0);
        appendCode(row, tables.devices, device, 0.03);
        appendCode(row, tables.payments, payment, 0);
        appendCode(row, tables.channels, channel, 0);
        appendCode(row, tables.emails, email, 0.04);
        appendLabel(row, random.chance(odds / (1 + odds)));
    }

    /// Very small payments (stolen cards being tried) and large ones are riskier.
    private static double oddsOfAmount(int cents) {
        if (cents < 500) {
            return 2;
        }
        if (cents < 20_000) {
            return 0.8;
        }
        return cents < 60_000 ? 1.8 : 4;
    }

    private void appendDegrees(RowBuffer row, double centre, double spread) {
        row.put(',');
        double offset = (random.unit() + random.unit() - 1) * spread;
        row.putFraction((int) Math.round((centre + offset) * 100_000), 100_000, 5);
    }

    private void appendCode(RowBuffer row, CodeTable codes, int index, double share) {
        if (missing.leaveValue(row, share)) {
            row.put(codes.code(index));
        }
    }

    private void appendLabel(RowBuffer row, boolean fraud) {
        if (missing.leaveValue(row, 0.005)) {
            if (random.chance(0.003)) {
                row.put('-');
                row.put('1');
            } else {
                row.put(fraud ? '1' : '0');
            }
        }
    }
}
