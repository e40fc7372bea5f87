package peekbench.training;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import peekbench.threat.view.AdversaryView;
import peekbench.threat.view.CuriousServerView;
import peekbench.threat.view.EavesdropperView;
import peekbench.threat.view.InformedServerView;
import peekbench.threat.view.ModelHolderView;
import peekbench.threat.view.QueryingServerView;
import peekbench.threat.view.Views;

/**
 * Who sees something of a protocol's trainings, known before any, and how the view of each is made when one has ended.
 * Immutable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Onlookers {
    private static final Onlookers NOBODY = new Onlookers(Map.of());

    private final Map<Class<? extends AdversaryView>, Function<FinishedTraining, ? extends AdversaryView>> makers;

    private Onlookers(Map<Class<? extends AdversaryView>, Function<FinishedTraining, ? extends AdversaryView>> makers) {
        this.makers = Map.copyOf(makers);
    }

    /** Nobody. */
    public static Onlookers nobody() {
        return NOBODY;
    }

    /** Those around every protocol: who gets smashed data once the network is at work, and who holds it then. */
    public static Onlookers everywhere() {
        return NOBODY.with(
                        CuriousServerView.class, training -> training.smashed().curious())
                .with(QueryingServerView.class, training -> training.smashed().querying())
                .with(InformedServerView.class, training -> training.smashed().informed())
                .with(
                        EavesdropperView.class,
                        training -> training.smashed()
                                .eavesdropper(training.knowledge().auxiliary()))
                .with(
                        ModelHolderView.class,
                        training -> new HolderViews(training.protocol(), training.setup(), training.network())
                                .of(training.targets()));
    }

    /**
     * These and one more.
     *
     * @param role the class of the view, which stands for a role and its powers
     * @param maker makes the view
     */
    public <V extends AdversaryView> Onlookers with(Class<V> role, Function<FinishedTraining, V> maker) {
        Map<Class<? extends AdversaryView>, Function<FinishedTraining, ? extends AdversaryView>> more =
                new HashMap<>(makers);
        more.put(role, maker);
        return new Onlookers(more);
    }

    /** These and others. */
    public Onlookers and(Onlookers others) {
        Map<Class<? extends AdversaryView>, Function<FinishedTraining, ? extends AdversaryView>> all =
                new HashMap<>(makers);
        all.putAll(others.makers);
        return new Onlookers(all);
    }

    /** Those of them that are of these roles. */
    public Onlookers only(Set<Class<? extends AdversaryView>> roles) {
        Map<Class<? extends AdversaryView>, Function<FinishedTraining, ? extends AdversaryView>> some =
                new HashMap<>(makers);
        some.keySet().retainAll(roles);
        return new Onlookers(some);
    }

    /** Their roles. */
    public Set<Class<? extends AdversaryView>> roles() {
        return makers.keySet();
    }

    /** What each of them sees of a training, made when it is first asked for. */
    Views of(FinishedTraining training) {
        Views views = Views.none();
        for (Map.Entry<Class<? extends AdversaryView>, Function<FinishedTraining, ? extends AdversaryView>> maker :
                makers.entrySet()) {
            views = with(views, maker.getKey(), () -> maker.getValue().apply(training));
        }
        return views;
    }

    private static <V extends AdversaryView> Views with(
            Views views, Class<V> role, Supplier<? extends AdversaryView> maker) {
        return views.with(role, () -> role.cast(maker.get()));
    }
}
