package dev.millrace.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class GridTest {

    private static GridView view(int columns, double left, double top, long rows) {
        return new GridView(new GridColumns(columns), 800, 500, 50, left, top, rows);
    }

    @Test
    void firstColumnStaysWhenTheOthersMove() {
        GridView view = view(20, 300, 0, 100);
        assertThat(view.x(0)).isEqualTo(50);
        assertThat(view.x(3)).isEqualTo(50 + 3 * 128 - 300);
        assertThat(view.columnAt(60)).isZero();
        assertThat(view.columnAt(view.x(5) + 1)).isEqualTo(5);
        assertThat(view.columnAt(10)).isEqualTo(-1);
    }

    @Test
    void wideFirstColumnMovesWithTheOthers() {
        GridColumns columns = new GridColumns(3);
        columns.resize(0, 700);
        assertThat(new GridView(columns, 800, 500, 50, 0, 0, 10).frozen()).isZero();
    }

    @Test
    void rowsDeepInALongTableAreFoundExactly() {
        long row = 40_000_000;
        GridView view = view(3, 0, row * GridView.ROW, 50_000_000);
        assertThat(view.firstRow()).isEqualTo(row);
        assertThat(view.rowAt(GridView.HEAD + 1)).isEqualTo(row);
        assertThat(view.rowAt(GridView.HEAD + GridView.ROW + 1)).isEqualTo(row + 1);
        assertThat(view.rowAt(5)).isEqualTo(-1);
    }

    @Test
    void cellIsBroughtIntoViewWithTheLeastMove() {
        GridView view = view(10_000, 0, 0, 1000);
        assertThat(view.leftFor(2)).isZero();
        double left = view.leftFor(9_999);
        assertThat(left).isEqualTo(view.mostLeft());
        GridView there = view(10_000, left, 0, 1000);
        assertThat(there.x(9_999) + 128).isEqualTo(800);
        assertThat(there.leftFor(1)).isZero();
        assertThat(view.topFor(999)).isEqualTo(view.mostTop());
        assertThat(view.topFor(0)).isZero();
    }

    @Test
    void columnsFitWithinBoundsAndPeopleMayGoBeyond() {
        GridColumns columns = new GridColumns(2);
        columns.fit(0, 4_000);
        assertThat(columns.width(0)).isEqualTo(GridColumns.MOST_FITTED);
        columns.resize(0, 900);
        assertThat(columns.start(1)).isEqualTo(900);
        columns.resize(0, 1);
        assertThat(columns.width(0)).isEqualTo(GridColumns.LEAST);
    }

    @Test
    void rangeGoesFromTheAnchorToTheCursorInAnyDirection() {
        GridSelection range = GridSelection.at(10, 4).moved(7, 6, true);
        assertThat(range.firstRow()).isEqualTo(7);
        assertThat(range.lastColumn()).isEqualTo(6);
        assertThat(range.cells()).isEqualTo(12);
        assertThat(range.holds(8, 5)).isTrue();
        assertThat(range.holds(11, 5)).isFalse();
        assertThat(range.moved(0, 0, false).cells()).isEqualTo(1);
        assertThat(range.within(8, 5).row()).isEqualTo(7);
        assertThat(range.within(8, 5).column()).isEqualTo(4);
    }

    @Test
    void wholeNameIsFoundBeforeABeginAndABeginBeforeAPart() {
        List<String> names = List.of("my_amount", "amount_eur", "Amount", "other");
        assertThat(new ColumnSearch(names, "amount").best()).hasValue(2);
        assertThat(new ColumnSearch(names, "amount_").best()).hasValue(1);
        assertThat(new ColumnSearch(names, "AMOUNT").count()).isEqualTo(3);
        assertThat(new ColumnSearch(names, "amount").after(2)).hasValue(0);
        assertThat(new ColumnSearch(names, "amuont").best()).isEmpty();
        assertThat(new ColumnSearch(names, "othre").nearest()).hasValue("other");
    }

    @Test
    void tilesLookedAtLongAgoAreDropped() {
        RowTiles tiles = new RowTiles();
        for (int row = 0; row < 1_000; row++) {
            tiles.put(new RowTiles.Tile(row, 0), List.of());
            tiles.has(new RowTiles.Tile(0, 0));
        }
        assertThat(tiles.size()).isEqualTo(128);
        assertThat(tiles.has(new RowTiles.Tile(999, 0))).isTrue();
        assertThat(tiles.has(new RowTiles.Tile(500, 0))).isFalse();
    }
}
