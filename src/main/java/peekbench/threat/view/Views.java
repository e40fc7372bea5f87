package peekbench.threat.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** The views of everybody around a training, each made when an attack first asks for it. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Views {
    private static final Views NONE = new Views(Map.of());

    private final Map<Class<? extends AdversaryView>, Supplier<? extends AdversaryView>> makers;

    private Views(Map<Class<? extends AdversaryView>, Supplier<? extends AdversaryView>> makers) {
        this.makers = Map.copyOf(makers);
    }

    /** Nobody sees anything. */
    public static Views none() {
        return NONE;
    }

    /**
     * These and one more.
     *
     * @param role the class of the view, which stands for a role and its powers
     * @param maker makes the view
     */
    public <V extends AdversaryView> Views with(Class<V> role, Supplier<? extends V> maker) {
        Map<Class<? extends AdversaryView>, Supplier<? extends AdversaryView>> more = new HashMap<>(makers);
        more.put(role, maker);
        return new Views(more);
    }

    /** These and others. */
    public Views and(Views others) {
        Map<Class<? extends AdversaryView>, Supplier<? extends AdversaryView>> all = new HashMap<>(makers);
        all.putAll(others.makers);
        return new Views(all);
    }

    /** The roles that see something. */
    public Set<Class<? extends AdversaryView>> roles() {
        return makers.keySet();
    }

    /** The view of one role and its powers; empty when nobody here has it. */
    public <V extends AdversaryView> Optional<V> of(Class<V> role) {
        return Optional.ofNullable(makers.get(role)).map(maker -> role.cast(maker.get()));
    }
}
