package dev.millrace.sample;

/// Decides which cells have no value.
final class MissingCells {
    private final RandomStream random;

    MissingCells(RandomStream random) {
        this.random = random;
    }

    /// Appends the comma before a cell and, with the given probability, one of the forms of a missing cell: mostly
    /// nothing, sometimes `NA`, sometimes `""`.
    ///
    /// @return whether the cell has a value, which the caller appends
    boolean leaveValue(RowBuffer row, double share) {
        row.put(',');
        if (share <= 0 || !random.chance(share)) {
            return true;
        }
        int form = random.below(20);
        if (form < 4) {
            row.put('N');
            row.put('A');
        } else if (form < 6) {
            row.put('"');
            row.put('"');
        }
        return false;
    }
}
