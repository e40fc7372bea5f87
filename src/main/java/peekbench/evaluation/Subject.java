package peekbench.evaluation;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Whose score it is: an attack's or a {@link Reference}'s; and how that is written in results, which {@link #parse} reads. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface Subject {

    /** What a score is worth to a reader, in the order of tables. */
    enum Kind {
        /** The strongest candidate of an attack. */
        ATTACK("attack"),
        /** The strongest candidate of an attack on a network that was still being trained. */
        DURING_TRAINING("attack during training"),
        /** One of the strengths that an attack tried. */
        STRENGTH("strength of an attack"),
        /** Who knows nothing of the record at hand. */
        FLOOR("floor"),
        /** Neither a floor nor a ceiling, but something to compare with. */
        REFERENCE("reference"),
        /** Who is handed the record itself. */
        CEILING("ceiling"),
        /** What nobody claims, since it is measured on the trained network. */
        MEASUREMENT("measurement");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word for it in tables and files. */
        public String label() {
            return label;
        }
    }

    /** As results have it: {@code decoder}, {@code decoder@3}, {@code decoder/large}, {@code untrained-client/decoder}. */
    String text();

    Kind kind();

    /** One of the strengths that this one tried. */
    Subject at(String strength);

    /** Reads {@link #text}. */
    static Subject parse(String text) {
        String[] parts = text.split("/", 2);
        Optional<String> after = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
        for (Reference reference : Reference.values()) {
            if (reference.label().equals(parts[0])) {
                return new ByReference(reference, after);
            }
        }
        Matcher during = ByAttack.DURING_TRAINING.matcher(parts[0]);
        return during.matches()
                ? new ByAttack(during.group(1), OptionalInt.of(Integer.parseInt(during.group(2))), after)
                : new ByAttack(parts[0], OptionalInt.empty(), after);
    }

    /**
     * An attack.
     *
     * @param name the attack's, with a number where several have one name, and the attacker's records where they are not of the
     *     victims' kind
     * @param epoch after which it was mounted; empty for the finished network
     * @param strength of a single candidate; empty for the strongest
     */
    record ByAttack(String name, OptionalInt epoch, Optional<String> strength) implements Subject {
        private static final Pattern DURING_TRAINING = Pattern.compile("(.*)@([0-9]{1,9})");

        /** The strongest candidate of an attack on the finished network. */
        public ByAttack(String name) {
            this(name, OptionalInt.empty(), Optional.empty());
        }

        /** The same attack on the network as it was after an epoch. */
        public ByAttack after(int trained) {
            return new ByAttack(name, OptionalInt.of(trained), strength);
        }

        @Override
        public String text() {
            String during = epoch.isPresent() ? "@" + epoch.getAsInt() : "";
            return name + during + strength.map(one -> "/" + one).orElse("");
        }

        @Override
        public Kind kind() {
            if (strength.isPresent()) {
                return Kind.STRENGTH;
            }
            return epoch.isPresent() ? Kind.DURING_TRAINING : Kind.ATTACK;
        }

        @Override
        public Subject at(String one) {
            return new ByAttack(name, epoch, Optional.of(one));
        }
    }

    /**
     * A reference.
     *
     * @param whose tells it from others of the trial
     */
    record ByReference(Reference reference, Optional<String> whose) implements Subject {
        @Override
        public String text() {
            return reference.label() + whose.map(one -> "/" + one).orElse("");
        }

        @Override
        public Kind kind() {
            return reference.kind();
        }

        @Override
        public Subject at(String strength) {
            return reference.of(whose.map(one -> one + "/").orElse("") + strength);
        }
    }
}
