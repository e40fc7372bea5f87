package peekbench.ui.view.look;

import java.util.List;
import java.util.Locale;
import javafx.scene.text.TextAlignment;
import peekbench.evaluation.Claims;
import peekbench.ui.service.picture.Outcome;
import peekbench.ui.view.part.Ink;

/** One client's shares of classes: true ones filled, said ones as outlines. */
final class MixFigure extends Figure {
    private static final double WIDTH = 290;
    private static final double HEIGHT = 150;
    private static final double TOP = 22;
    private static final double BOTTOM = 132;

    private MixFigure(int client, List<Claims.ClassShare> shares, Ink ink) {
        super(WIDTH, HEIGHT, ink);
        double distance = shares.stream()
                        .mapToDouble(share -> Math.abs(share.actual() - share.said()))
                        .sum()
                / 2;
        String title = String.format(Locale.ROOT, "client %d, distance %.3f", client, distance);
        setAccessibleText(title);
        pen().setFill(ink.text());
        text(title, 0, 8, TextAlignment.LEFT);
        double largest = shares.stream()
                .mapToDouble(share -> Math.max(share.actual(), share.said()))
                .max()
                .orElse(1);
        double step = WIDTH / Math.max(1, shares.size());
        for (int i = 0; i < shares.size(); i++) {
            double actual = (BOTTOM - TOP) * shares.get(i).actual() / largest;
            double said = (BOTTOM - TOP) * shares.get(i).said() / largest;
            pen().setFill(ink.current().deriveColor(0, 1, 1, .55));
            pen().fillRect(i * step + 2, BOTTOM - actual, step - 4, actual);
            pen().setStroke(ink.text());
            pen().strokeRect(i * step + 2.5, BOTTOM - said + .5, step - 5, said);
            pen().setFill(ink.muted());
            text(Integer.toString(shares.get(i).label()), (i + .5) * step, BOTTOM + 9, TextAlignment.CENTER);
        }
    }

    /** One a client. */
    static List<MixFigure> of(String attack, Outcome.Mixes mixes, Ink ink) {
        List<Claims.ClassShare> all = mixes.claims().stream()
                .filter(claim -> claim.attack().equals(attack))
                .map(claim -> claim.claim())
                .toList();
        return all.stream()
                .map(Claims.ClassShare::client)
                .distinct()
                .map(client -> new MixFigure(
                        client,
                        all.stream().filter(share -> share.client() == client).toList(),
                        ink))
                .toList();
    }
}
