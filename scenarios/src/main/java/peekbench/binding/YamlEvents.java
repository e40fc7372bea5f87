package peekbench.binding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import peekbench.problem.ConfigurationException;

/** What is refused of YAML before nodes are made of it, piece by piece, so that depth costs no stack. */
final class YamlEvents {
    /** Deeper than anything in a scenario. */
    private static final int DEEPEST = 50;

    private static final String STANDARD = "tag:yaml.org,2002:";

    private final Mistakes mistakes = new Mistakes();
    /** Names of the mappings and lists that are open; empty for those without. */
    private final Deque<Optional<Anchor>> open = new ArrayDeque<>();

    private YamlEvents() {}

    /**
     * Looks at a text.
     *
     * @throws ConfigurationException where it is nested too deeply, has tags, which mean nothing here, or holds itself
     */
    static void check(LoadSettings settings, String text) {
        YamlEvents events = new YamlEvents();
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof NodeEvent node) {
                events.node(node);
            }
            if (event instanceof CollectionStartEvent start) {
                events.begin(start);
            } else if (event instanceof CollectionEndEvent) {
                events.open.pop();
            }
        }
        if (!events.mistakes.list().isEmpty()) {
            throw new ConfigurationException(events.mistakes.list());
        }
    }

    private void begin(CollectionStartEvent start) {
        open.push(start.getAnchor());
        if (open.size() > DEEPEST) {
            mistakes.add(
                    start.getStartMark(),
                    "",
                    "This is nested more than " + DEEPEST + " deep, which no scenario is. Is it the right file?");
            throw new ConfigurationException(mistakes.list());
        }
    }

    private void node(NodeEvent event) {
        tag(event)
                .filter(tag -> !tag.startsWith(STANDARD))
                .ifPresent(tag -> mistakes.add(
                        event.getStartMark(),
                        "",
                        "The tag (" + tag + ") means nothing here, and is not read. To begin with another file, write"
                                + " include: FILE as a key of its own; else remove the tag."));
        if (event instanceof AliasEvent && open.stream().anyMatch(one -> Objects.equals(one, event.getAnchor()))) {
            mistakes.add(
                    event.getStartMark(),
                    "",
                    "The alias (*" + event.getAnchor().map(Anchor::getValue).orElse("")
                            + ") stands within what it repeats, which has no end. Write the value out.");
        }
    }

    private static Optional<String> tag(NodeEvent event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    }
}
