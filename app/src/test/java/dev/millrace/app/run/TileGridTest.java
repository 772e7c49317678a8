package dev.millrace.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileGridTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 40, 250, 1000, 4000, 10_000})
    void allTilesFit(int tiles) {
        TileGrid grid = TileGrid.fitting(tiles, 828, 200);
        assertThat(grid.heightOf(tiles)).isLessThanOrEqualTo(200);
        assertThat(grid.x(grid.columns() - 1) + grid.width()).isLessThanOrEqualTo(828 + 1e-9);
    }

    @Test
    void fewTilesAreCardsWithWords() {
        assertThat(TileGrid.fitting(8, 828, 200).isCards()).isTrue();
        assertThat(TileGrid.fitting(80, 828, 200).isCards()).isFalse();
    }

    @Test
    void pointFindsItsTile() {
        TileGrid grid = TileGrid.fitting(1000, 828, 200);
        for (int tile : new int[] {0, 17, 999}) {
            assertThat(grid.at(grid.x(tile) + 1, grid.y(tile) + 1, 1000)).isEqualTo(tile);
        }
        assertThat(grid.at(-1, 5, 1000)).isEqualTo(-1);
        assertThat(grid.at(5, 5000, 1000)).isEqualTo(-1);
    }
}
