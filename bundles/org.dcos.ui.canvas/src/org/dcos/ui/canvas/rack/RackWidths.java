package org.dcos.ui.canvas.rack;

/**
 * How wide things are at a unit height.
 *
 * @param rack  from rail to rail, before it is fitted to the viewport
 * @param left  rail with the unit numbers
 * @param right rail
 * @param gap   between racks
 */
record RackWidths(int rack, int left, int right, int gap) {

    private static final double LEAST_NUMBERED = 7.5;
    private static final int NUMBERS = 26;
    private static final double LEAST_SHARE = 0.76;
    private static final double MOST_SHARE = 1.25;
    /** Unit height and rack width, to be joined by straight lines. */
    private static final double[][] CORNERS = {{6, 78}, {9, 136}, {13, 198}, {20, 240}, {40, 360}};

    static RackWidths at(double unitHeight) {
        boolean numbered = unitHeight >= LEAST_NUMBERED;
        return new RackWidths((int) Math.round(rackWidth(unitHeight)), numbered ? NUMBERS : 6, numbered ? 12 : 6,
                unitHeight < 9 ? 14 : 22);
    }

    boolean numbered() {
        return left == NUMBERS;
    }

    /**
     * A rack's width with which a line of {@code racks} fills the room, as far as that is neither cramped nor bloated.
     */
    int fitted(int room, int racks) {
        int together = (room + gap) / Math.max(1, racks) - gap;
        if (together >= rack * LEAST_SHARE) {
            return (int) Math.min(together, rack * MOST_SHARE);
        }
        int columns = Math.max(1, (room + gap) / (rack + gap));
        return (int) Math.clamp((room + gap) / columns - gap, rack * LEAST_SHARE, rack * MOST_SHARE);
    }

    private static double rackWidth(double unitHeight) {
        for (int i = 1; i < CORNERS.length; i++) {
            if (unitHeight <= CORNERS[i][0]) {
                double share = (unitHeight - CORNERS[i - 1][0]) / (CORNERS[i][0] - CORNERS[i - 1][0]);
                return CORNERS[i - 1][1] + share * (CORNERS[i][1] - CORNERS[i - 1][1]);
            }
        }
        return CORNERS[CORNERS.length - 1][1];
    }
}
