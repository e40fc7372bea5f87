package peekbench.query;

import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;

/** What filters and orders can ask of every trial, besides metrics and settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum FilterKeys {
    SCENARIO("scenario", Kind.NAME, "scenario", "name of the scenario"),
    PROTOCOL("protocol", Kind.NAME, "protocol", "label of the protocol"),
    CUT("cut", Kind.NAME, "cut", "where the network was split"),
    ARM("arm", Kind.NAME, "arm", "label of the defenses"),
    GROUP("group", Kind.NAME, "seed_group", "trials that differ only in their seed"),
    FOLDER("folder", Kind.NAME, "folder", "result folder, below the workspace"),
    DATA("data", Kind.NAME, "dataset", "data set"),
    DATA_SHA("data-sha256", Kind.NAME, "data_sha", "hash of the data set"),
    RECORDS_SHA(
            "records-sha256", Kind.NAME, "index_sha", "hash over the index sets: equal where the records are the same"),
    ID("id", Kind.TEXT, "name", "id of the trial"),
    ERROR("error", Kind.TEXT, "reason", "first line of the error, or why the trial cannot be read"),
    STARTED("started", Kind.TEXT, "started", "when it began, as 2026-11-27T08:00"),
    STATUS("status", Kind.STATUS, "status", "completed, failed or unreadable"),
    SEED("seed", Kind.NUMBER, "seed", "seed"),
    SECONDS("seconds", Kind.NUMBER, "total_seconds", "from begin to end"),
    ATTACK("attack", Kind.SCORED, "", "attack that has scores in the trial"),
    ATTACKER("attacker", Kind.ATTACKED, "", "who mounted an attack, as a curious server"),
    PICTURES("pictures", Kind.PICTURED, "", "attack of which the trial stored what it made");

    private final String label;
    private final Kind kind;
    private final String column;
    private final String meaning;

    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        STATUS,
        SCORED,
        ATTACKED,
        PICTURED
    }

    FilterKeys(String label, Kind kind, String column, String meaning) {
        this.label = label;
        this.kind = kind;
        this.column = column;
        this.meaning = meaning;
    }

    /** As it is written in a filter. */
    public String label() {
        return label;
    }

    /** What it is, for lists. */
    public String meaning() {
        return meaning;
    }

    Kind kind() {
        return kind;
    }

    /** Of the table {@code trial}. */
    String column() {
        return column;
    }

    static Optional<FilterKeys> of(String label) {
        return Arrays.stream(values()).filter(key -> key.label.equals(label)).findFirst();
    }
}
