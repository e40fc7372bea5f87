package peekbench.ui.view.look;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import peekbench.evaluation.Claims;
import peekbench.ui.service.picture.Outcome;
import peekbench.ui.view.part.Ink;

/** How sure an attack is of records that were trained on and of others: two histograms. */
final class MemberFigure extends Figure {
    private static final double WIDTH = 380;
    private static final double HEIGHT = 170;
    private static final double TOP = 36;
    private static final double BOTTOM = 152;
    private static final int BINS = 40;

    MemberFigure(String attack, Outcome.Members members, Ink ink) {
        super(WIDTH, HEIGHT, ink);
        List<Claims.Membership> claims = members.claims().stream()
                .filter(claim -> claim.attack().equals(attack))
                .map(claim -> claim.claim())
                .toList();
        double low = claims.stream().mapToDouble(Claims.Membership::score).min().orElse(0);
        double high =
                claims.stream().mapToDouble(Claims.Membership::score).max().orElse(1);
        double range = high > low ? high - low : 1;
        int[] inside = new int[BINS];
        int[] outside = new int[BINS];
        for (Claims.Membership claim : claims) {
            int bin = (int) Math.min(BINS - 1, (claim.score() - low) / range * BINS);
            (claim.member() ? inside : outside)[bin]++;
        }
        int largest = 1;
        for (int i = 0; i < BINS; i++) {
            largest = Math.max(largest, Math.max(inside[i], outside[i]));
        }
        pen().setFill(ink.text());
        text(attack + ": score of membership, the larger the surer", 0, 8, TextAlignment.LEFT);
        key(ink.arm(1), "trained on", 0);
        key(ink.arm(0), "others", 90);
        bars(outside, largest, ink.arm(0));
        bars(inside, largest, ink.arm(1));
        pen().setStroke(ink.line());
        pen().strokeLine(0, BOTTOM + .5, WIDTH, BOTTOM + .5);
    }

    private void key(Color colour, String text, double x) {
        pen().setFill(colour);
        pen().fillRect(x, 19, 10, 10);
        pen().setFill(ink().muted());
        text(text, x + 15, 24, TextAlignment.LEFT);
    }

    private void bars(int[] counts, int largest, Color colour) {
        double step = WIDTH / BINS;
        pen().setFill(colour.deriveColor(0, 1, 1, .5));
        for (int i = 0; i < BINS; i++) {
            double high = (BOTTOM - TOP) * counts[i] / largest;
            pen().fillRect(i * step, BOTTOM - high, step - 1, high);
        }
    }
}
