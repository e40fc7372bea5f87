package peekbench.data;

import java.util.List;
import org.apiguardian.api.API;

/** What is predicted from an example. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface Task {

    /** One class of several. */
    record Classification(List<String> classNames) implements Task {
        public Classification {
            classNames = List.copyOf(classNames);
        }
    }

    /** Real numbers. */
    record Regression(List<String> targetNames) implements Task {
        public Regression {
            targetNames = List.copyOf(targetNames);
        }
    }

    /** Length of a target vector: the number of classes, or of real numbers. */
    default int outputs() {
        if (this instanceof Classification classes) {
            return classes.classNames().size();
        }
        return ((Regression) this).targetNames().size();
    }
}
