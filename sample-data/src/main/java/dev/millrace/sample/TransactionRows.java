package dev.millrace.sample;

import java.math.BigInteger;

/// The rows of one shard, drawn one after the other.
final class TransactionRows {
    /// The first line, with its line end.
    static final String HEADER =
            """
            txn_id,customer_id,txn_date,name,amount,age,income,tenure_months,velocity_1d,velocity_7d,\
            score,lat,lon,merchant_category,country,device,payment_method,channel,email_domain,label
            """;

    /// No row is longer than this many bytes.
    static final int MAX_ROW_BYTES = 512;

    /// Ids walk through all 13-digit numbers in steps of a number that has no factor in common with 10^13.
    private static final long IDS = 10_000_000_000_000L;

    private static final long ID_STEP = 6_180_339_887_499L;

    private static final int CUSTOMERS = 1_000_000;

    private final TransactionTables tables;
    private final long seed;
    private final RandomStream random;
    private final RandomStream traits = new RandomStream(0);
    private final MissingCells missing;
    private final RiskColumns riskColumns;
    private long id;

    /// @param seed of the data set: customers depend on it alone
    /// @param stream number of the shard, below [PlannedShard#STREAMS]
    TransactionRows(TransactionTables tables, long seed, int stream) {
        this.tables = tables;
        this.seed = RandomStream.mix(seed);
        random = new RandomStream(RandomStream.mix(~this.seed + stream));
        missing = new MissingCells(random);
        riskColumns = new RiskColumns(tables, random, traits);
        id =
                BigInteger.valueOf(stream * GeneratorSettings.MAX_ROWS_PER_SHARD)
                        .multiply(BigInteger.valueOf(ID_STEP))
                        .add(BigInteger.valueOf(this.seed))
                        .mod(BigInteger.valueOf(IDS))
                        .longValueExact();
    }

    /// Draws the next row and appends it, at most [#MAX_ROW_BYTES] bytes.
    void appendTo(RowBuffer row) {
        id = (id + ID_STEP) % IDS;
        row.put('T');
        row.putDigits(id, 13);

        double skewed = random.unit();
        int customer = (int) (skewed * skewed * skewed * CUSTOMERS);
        traits.restart(RandomStream.mix(seed ^ customer));
        row.put(',');
        row.put('C');
        row.putDigits((customer * 7_654_321L + 1_234_567) % 10_000_000, 7);

        int day = random.below(tables.days.size());
        row.put(',');
        row.put(tables.days.get(day));
        appendName(row);

        int category = tables.categories.pick(random);
        int cents = Math.clamp(Math.round(amountIn(category) * 100), 50, 2_000_000);
        row.put(',');
        appendAmount(row, cents);

        int age = Math.clamp(Math.round(tables.ages.draw(traits)), 18, 96);
        if (missing.leaveValue(row, 0.05)) {
            row.putNumber(age);
        }
        double income = tables.incomes.draw(traits) * (age < 25 ? 0.55 : 1);
        if (missing.leaveValue(row, 0.09)) {
            row.putFraction((int) Math.round(income * 100), 100, 2);
        }
        row.put(',');
        row.putNumber(Math.clamp(Math.round(tables.tenures.draw(traits)), 0, 400) + day / 31);

        int dayCount = tables.dayCounts.pick(random);
        row.put(',');
        row.putNumber(dayCount);
        row.put(',');
        row.putNumber(dayCount + tables.weekCounts.pick(random));
        riskColumns.appendTo(row, category, cents, dayCount);
        row.put('\n');
    }

    private double amountIn(int category) {
        return tables.amounts.draw(random) * tables.categories.number(category, 1);
    }

    private void appendName(RowBuffer row) {
        row.put(',');
        row.put('"');
        row.put(tables.lastNames.code(tables.lastNames.pick(traits)));
        if (traits.chance(0.01)) {
            row.put(' ');
            row.put('"');
            row.put('"');
            row.put(tables.nicknames.code(tables.nicknames.pick(traits)));
            row.put('"');
            row.put('"');
        }
        row.put(',');
        row.put(' ');
        row.put(tables.firstNames.code(tables.firstNames.pick(traits)));
        row.put('"');
    }

    /// Most amounts have two decimals; some are rounded and written with one decimal or none.
    private void appendAmount(RowBuffer row, int cents) {
        int form = random.below(100);
        if (form < 6) {
            row.putNumber(Math.ceilDiv(cents, 100));
        } else if (form < 10) {
            row.putFraction(Math.ceilDiv(cents, 10), 10, 1);
        } else {
            row.putFraction(cents, 100, 2);
        }
    }
}
