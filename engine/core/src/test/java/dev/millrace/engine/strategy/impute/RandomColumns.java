package dev.millrace.engine.strategy.impute;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Columns with few and with many values, with none and with many missing, and with surprises late in the column.
final class RandomColumns {

    static final List<String> MISSING = List.of("NA", "-999", "?");

    private static final List<Double> MISSING_SHARES = List.of(0.0, 0.0, 0.02, 0.02, 0.1, 0.3, 0.3, 1.0);
    private static final List<String> WORDS = List.of("red", "Blue", "x,y", "say \"hi\"", "ä", "😀", "\uFB01", "1a");

    private final Random random;

    RandomColumns(Random random) {
        this.random = random;
    }

    Cells cells(int mostColumns) {
        int rows = random.nextInt(200);
        List<String> columns = new ArrayList<>();
        List<List<String>> values = new ArrayList<>();
        for (int i = 1 + random.nextInt(mostColumns); i > 0; i--) {
            columns.add("column " + i);
            values.add(column(rows));
        }
        List<List<String>> byRow = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int at = row;
            byRow.add(values.stream().map(column -> column.get(at)).toList());
        }
        return new Cells(columns, byRow);
    }

    private List<String> column(int rows) {
        int kind = random.nextInt(9);
        double missing = MISSING_SHARES.get(random.nextInt(MISSING_SHARES.size()));
        int firstMissing = random.nextInt(3) == 0 ? rows / 2 : 0;
        List<String> column = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            boolean absent = row >= firstMissing && random.nextDouble() < missing;
            column.add(absent ? missingToken() : value(kind, row));
        }
        boolean late = rows > 0 && random.nextInt(10) == 0;
        if (late) {
            column.set(rows - 1, "late");
        }
        return column;
    }

    private String missingToken() {
        return random.nextBoolean() ? "" : MISSING.get(random.nextInt(MISSING.size()));
    }

    private String value(int kind, int row) {
        return switch (kind) {
            case 0 -> String.valueOf(random.nextInt(-3, 4));
            case 1 -> form(random.nextInt(60));
            case 2 -> String.valueOf(random.nextInt(-100_000, 100_000) / 100.0);
            case 3 -> String.valueOf(Double.longBitsToDouble(Double.doubleToLongBits(1.0) + random.nextInt(500)));
            case 4 -> anyNumber();
            case 5 -> WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 2)));
            case 6 -> random.nextInt(3) == 0 ? "id" + random.nextInt(50) : "id" + row;
            case 7 -> random.nextBoolean() ? "True" : "False";
            default -> random.nextInt(50) == 0 ? "inf" : String.valueOf(random.nextInt(100));
        };
    }

    private String form(int number) {
        return switch (random.nextInt(4)) {
            case 0 -> number + ".0";
            case 1 -> "+" + number;
            case 2 -> number + "e0";
            default -> String.valueOf(number);
        };
    }

    private String anyNumber() {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? String.valueOf(number) : "0.5";
    }
}
