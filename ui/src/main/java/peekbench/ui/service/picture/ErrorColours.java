package peekbench.ui.service.picture;

/**
 * Colours of errors, on scales that never change: cividis (Nuñez, Anderton and Renslow 2018, as the polynomials of
 * d3-scale-chromatic) from 0 to {@link #LARGEST}; blue over white to orange from -{@link #LARGEST} to {@link #LARGEST}. What
 * lies beyond has a colour that the scale does not have.
 */
public final class ErrorColours {
    /** Where the scale ends. */
    public static final double LARGEST = 0.5;
    /** Above the scale. */
    public static final int ABOVE = 0xffffffff;
    /** Above the scale with signs. */
    public static final int SIGNED_ABOVE = 0xff7a1f00;
    /** Below the scale with signs. */
    public static final int SIGNED_BELOW = 0xff00294d;

    private static final int OPAQUE = 0xff000000;
    private static final int WHITE = 255;
    private static final int[] BLUE = {0x00, 0x72, 0xb2};
    private static final int[] ORANGE = {0xd5, 0x5e, 0x00};
    private static final double[][] CIVIDIS = {
        {-4.54, -35.34, 2381.73, -6402.7, 7024.72, -2710.57},
        {32.49, 170.73, 52.82, -131.46, 176.58, -67.37},
        {81.24, 442.36, -2482.43, 6167.24, -6614.94, 2475.67}
    };

    private ErrorColours() {}

    /** The colour of an error without a sign. */
    public static int of(double error) {
        return error > LARGEST ? ABOVE : cividis(error / LARGEST);
    }

    /** The colour of an error with its sign: orange where the reconstruction is brighter. */
    public static int signed(double error) {
        if (error > LARGEST) {
            return SIGNED_ABOVE;
        }
        if (error < -LARGEST) {
            return SIGNED_BELOW;
        }
        double share = Math.abs(error) / LARGEST;
        int[] end = error < 0 ? BLUE : ORANGE;
        return colour(
                WHITE + share * (end[0] - WHITE), WHITE + share * (end[1] - WHITE), WHITE + share * (end[2] - WHITE));
    }

    private static int cividis(double share) {
        double[] channels = new double[CIVIDIS.length];
        for (int c = 0; c < CIVIDIS.length; c++) {
            double power = 1;
            for (double factor : CIVIDIS[c]) {
                channels[c] += factor * power;
                power *= share;
            }
        }
        return colour(channels[0], channels[1], channels[2]);
    }

    private static int colour(double red, double green, double blue) {
        return OPAQUE | level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(double value) {
        return (int) Math.round(Math.max(0, Math.min(WHITE, value)));
    }
}
