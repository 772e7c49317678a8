package dev.millrace.app.run;

/// Where lanes lie: numbers at the left, the axis of time, and at the right what each worker is at. Below the lanes is
/// the strip of the heap, below it the axis' figures.
///
/// @param lanes how many
/// @param pitch from one lane to the next
/// @param left of the axis
/// @param right of the axis
/// @param stripTop where the strip begins
/// @param end time at the right end of the axis, at least 1
record LanesGrid(int lanes, double pitch, double left, double right, double stripTop, double width, long end) {

    static final double STRIP = 28;
    static final double AXIS = 16;

    private static final double NUMBERS = 44;
    private static final double WIDEST_WORDS = 320;
    private static final double WORDS_SHARE = 0.36;
    private static final double TALLEST = 34;
    private static final double LEAST = 3;
    private static final double GAP = 6; // above the strip
    private static final double READABLE = 12;
    private static final double ROOMY = 15;

    static LanesGrid fitting(LaneBoard board, double width, double height) {
        int lanes = board.lanes().size();
        double room = height - STRIP - AXIS - GAP;
        double pitch = lanes == 0 ? TALLEST : Math.clamp(room / lanes, LEAST, TALLEST);
        double right = Math.max(NUMBERS + 1, width - Math.min(WIDEST_WORDS, width * WORDS_SHARE));
        double stripTop = lanes * pitch + GAP;
        return new LanesGrid(lanes, pitch, NUMBERS, right, stripTop, width, Math.max(1, board.now()));
    }

    /// The least height that shows so many lanes.
    static double leastHeight(int lanes) {
        return lanes * LEAST + STRIP + AXIS + GAP;
    }

    /// Whether a lane is tall enough for words.
    boolean isReadable() {
        return pitch >= READABLE;
    }

    /// Whether it is tall enough for letters of the usual size.
    boolean isRoomy() {
        return pitch >= ROOMY;
    }

    double top(int lane) {
        return lane * pitch;
    }

    /// Height of a lane's bar.
    double bar() {
        return pitch >= 8 ? pitch - 4 : Math.max(2, pitch - 1);
    }

    double x(long time) {
        return left + (right - left - 8) * Math.min(1, (double) time / end);
    }

    long timeAt(double x) {
        return Math.round(Math.clamp((x - left) / (right - left - 8), 0, 1) * end);
    }

    /// The lane at a height, −1 if there is none.
    int laneAt(double y) {
        int lane = (int) Math.floor(y / pitch);
        return y < 0 || lane >= lanes ? -1 : lane;
    }
}
