package dev.millrace.app.run;

/// Where the tiles of a board lie: the largest size with which all of them fit into an area.
///
/// @param columns tiles in a row
/// @param width of a tile
/// @param height of a tile
/// @param gap between tiles
record TileGrid(int columns, double width, double height, double gap) {

    private static final double CARD_WIDTH = 168;
    private static final double CARD_HEIGHT = 72;
    private static final double CARD_GAP = 8;
    private static final double[] SIZES = {44, 32, 24, 18, 14, 11, 9, 7, 6, 5, 4, 3};

    static TileGrid fitting(int tiles, double areaWidth, double areaHeight) {
        int cards = (int) Math.max(1, (areaWidth + CARD_GAP) / (CARD_WIDTH + CARD_GAP));
        TileGrid grid = new TileGrid(cards, (areaWidth - (cards - 1) * CARD_GAP) / cards, CARD_HEIGHT, CARD_GAP);
        for (int i = 0; i < SIZES.length && grid.heightOf(tiles) > areaHeight; i++) {
            double size = SIZES[i];
            double gap = size >= 18 ? 4 : size >= 9 ? 2 : 1;
            grid = new TileGrid((int) Math.max(1, (areaWidth + gap) / (size + gap)), size, size, gap);
        }
        return grid;
    }

    /// Whether tiles are large enough for words.
    boolean isCards() {
        return height == CARD_HEIGHT;
    }

    double x(int tile) {
        return tile % columns * (width + gap);
    }

    double y(int tile) {
        return Math.floorDiv(tile, columns) * (height + gap);
    }

    double heightOf(int tiles) {
        return Math.ceilDiv(tiles, columns) * (height + gap) - gap;
    }

    /// The tile at a point, -1 if there is none.
    int at(double x, double y, int tiles) {
        int column = (int) (x / (width + gap));
        int row = (int) (y / (height + gap));
        int tile = row * columns + column;
        return x < 0 || y < 0 || column >= columns || tile >= tiles ? -1 : tile;
    }
}
