package peekbench.attack.sanitizer;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;

/**
 * Options of {@link KnownPlaintextAttack}.
 *
 * @param knownRecords numbers of known records that are tried, rising; all are kept, and each is part of the next
 */
@Paper(
        authors = "Lee, Lee, Jun, Kim, Yoo",
        title = "Triad of Split Learning: Privacy, Accuracy, and Performance",
        year = 2021,
        venue = "ICTC",
        section =
                "III-B, \"once the vector is leaked for a single node, all training data from all participants are leaked\"")
@Name("known-plaintext")
@Summary("Someone on the wire recovers a sanitizer's vector from records that it knows in the clear")
public record KnownPlaintextOptions(
        @Default("[1, 4, 16]") @Summary("numbers of known records that are tried; the attacker's first of its own")
        List<Integer> knownRecords)
        implements AttackOptions {
    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public KnownPlaintextOptions {
        knownRecords = List.copyOf(knownRecords);
        Problems problems = new Problems();
        if (knownRecords.isEmpty()) {
            problems.add("known-records", "is empty; list at least one number of records, as in [1, 4, 16].");
        }
        for (int place = 0; place < knownRecords.size(); place++) {
            problems.atLeast("known-records[" + place + "]", knownRecords.get(place), 1);
        }
        if (!knownRecords.equals(knownRecords.stream().distinct().sorted().toList())) {
            problems.add("known-records", "is " + knownRecords + "; list each number once, the smallest first.");
        }
        problems.throwIfAny();
    }

    /** The defaults: 1, 4 and 16 known records. */
    public KnownPlaintextOptions() {
        this(List.of(1, 4, 16));
    }

    /** The largest number of known records. */
    int most() {
        return knownRecords.get(knownRecords.size() - 1);
    }

    @Override
    public Attack<?, ?> create() {
        return new KnownPlaintextAttack(this);
    }

    @Override
    public KnownPlaintextOptions onlyAt(String strength) {
        return new KnownPlaintextOptions(knownRecords.stream()
                .filter(count -> count.toString().equals(strength))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new IllegalArgumentException("The number of known records (" + strength
                        + ") is none of those that are tried, which are " + knownRecords + ".")));
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
