package peekbench.protocol.schedule;

import java.math.BigDecimal;

/** How numbers are written in the names of protocols. */
public final class Numbers {
    private Numbers() {}

    /** A number of clients: {@code 1 client}, {@code 10 clients}. */
    public static String clients(int clients) {
        return clients + (clients == 1 ? " client" : " clients");
    }

    /** A share, with all its digits, so that two have two names: {@code 0.5 %}, {@code 10 %}. */
    public static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
