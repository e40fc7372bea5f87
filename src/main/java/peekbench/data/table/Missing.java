package peekbench.data.table;

import org.apiguardian.api.API;
import peekbench.registry.Summary;

/** What is done about cells without a value: empty ones, NA, N/A, NaN, null, None and ?. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum Missing {
    @Summary("is an error that names the columns and their first such lines")
    REFUSE,

    @Summary("rows that lack a value are left out")
    DROP_ROWS,

    @Summary("numbers get their column's mean, words its most frequent one; what is predicted must be there")
    FILL
}
