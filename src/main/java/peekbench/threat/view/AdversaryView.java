package peekbench.threat.view;

import org.apiguardian.api.API;
import peekbench.nn.array.Precision;

/** What one role sees of a training. A power that a role lacks is a method that its view does not have. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface AdversaryView
        permits SmashedDataView,
                EavesdropperView,
                UpdatesView,
                GradientView,
                LabelledServerView,
                ModelHolderView,
                MaliciousServerView {

    /** Who has such a view. */
    static String role(Class<? extends AdversaryView> view) {
        return annotation(view).value();
    }

    /** What of the others' data such a view shows. */
    static String sees(Class<? extends AdversaryView> view) {
        return annotation(view).sees();
    }

    private static Role annotation(Class<? extends AdversaryView> view) {
        Role role = view.getAnnotation(Role.class);
        if (role == null) {
            throw new IllegalArgumentException(
                    "The view (" + view.getSimpleName() + ") has no @Role; ask for one that an attack can name.");
        }
        return role;
    }

    Precision precision();
}
