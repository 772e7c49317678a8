package dev.millrace.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// The distributions that transactions are drawn from. Immutable once built, so shards may share it.
///
/// The first number of a code is the factor by which it changes the odds of fraud.
final class TransactionTables {
    final CodeTable categories = new CodeTable("merchant_category", 0.9);
    final CodeTable countries = new CodeTable("country", 1.1);
    final CodeTable devices = new CodeTable("device", 0.8);
    final CodeTable payments = new CodeTable("payment_method", 0.8);
    final CodeTable channels = new CodeTable("channel", 0.9);
    final CodeTable emails = new CodeTable("email_domain", 1.0);
    final CodeTable lastNames = new CodeTable("last_name", 0.8);
    final CodeTable firstNames = new CodeTable("first_name", 0.8);
    final CodeTable nicknames = new CodeTable("nickname", 0.5);

    /// Amount of money, before the factor of the merchant category.
    final LogNormalTable amounts = new LogNormalTable(40, 1.1);

    /// Years.
    final LogNormalTable ages = new LogNormalTable(41, 0.35);

    /// Money per year.
    final LogNormalTable incomes = new LogNormalTable(42_000, 0.5);

    /// Months.
    final LogNormalTable tenures = new LogNormalTable(30, 0.9);

    /// Further transactions of the customer on the same day.
    final AliasTable dayCounts = AliasTable.geometric(25, 0.55);

    /// Transactions in the six days before.
    final AliasTable weekCounts = AliasTable.geometric(60, 0.82);

    /// The days of 2024 and 2025 in ISO format.
    final List<byte[]> days =
            LocalDate.of(2024, 1, 1)
                    .datesUntil(LocalDate.of(2026, 1, 1))
                    .map(day -> day.toString().getBytes(StandardCharsets.US_ASCII))
                    .toList();
}
