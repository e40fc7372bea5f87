package peekbench.training;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import peekbench.threat.view.AdversaryView;
import peekbench.threat.view.ModelHolderView;
import peekbench.threat.view.SmashedViews;

/** Sets of roles. */
public final class Roles {
    /** Those around every protocol: who gets smashed data once the network is at work, and who holds it then. */
    public static final Set<Class<? extends AdversaryView>> EVERYWHERE =
            and(SmashedViews.ROLES, Set.of(ModelHolderView.class));

    private Roles() {}

    /** These roles and more. */
    public static Set<Class<? extends AdversaryView>> and(
            Collection<Class<? extends AdversaryView>> some, Collection<Class<? extends AdversaryView>> more) {
        Set<Class<? extends AdversaryView>> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
