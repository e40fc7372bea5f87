package peekbench.protocol.schedule;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How numbers are written in the names of protocols. */
public final class Numbers {
    private Numbers() {}

    /** A number of clients: {@code 1 client}, {@code 10 clients}. */
    public static String clients(int clients) {
        return clients + (clients == 1 ? " client" : " clients");
    }

    /** A share: {@code 0.5 %}, {@code 10 %}. */
    public static String percent(double share) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(100 * share) + " %";
    }
}
