package peekbench.attack.inversion;

import java.util.List;
import java.util.stream.Collectors;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.view.ServerView;
import peekbench.threat.view.SmashedDataView;

/** What inversions, and others that imitate the client, ask of a view and of the attacker's records. */
public final class Preconditions {
    private Preconditions() {}

    /**
     * The client's layers must be known and lead from inputs to smashed data. A client without layers that sends its inputs
     * as they are is one; an ensemble whose layers were not passed on is none.
     */
    public static void clientLayers(ServerView view, String attack) {
        clientLayers(view, view.clientLayers(), attack);
    }

    /** The same of layers that somebody else knows. */
    static void clientLayers(SmashedDataView view, List<NamedLayer> layers, String attack) {
        Shape shape = view.inputShape();
        for (NamedLayer layer : layers) {
            shape = layer.spec().outputShape(shape);
        }
        if (!shape.equals(view.smashedShape())) {
            String names = layers.stream().map(NamedLayer::name).collect(Collectors.joining(", "));
            throw new ConfigurationException(
                    "The attack (" + attack + ") needs the kinds of all the client's layers. Those"
                            + " that the attacker knows (" + (names.isEmpty() ? "none" : names) + ") turn inputs of ("
                            + view.inputShape() + ") into (" + shape + "), but smashed data of (" + view.smashedShape()
                            + ") arrived, as from an ensemble or through a relay. Choose an attack that does without, such as decoder.");
        }
    }

    /** Strengths are compared on validation records. */
    static void validation(AttackerKnowledge knowledge) {
        Problems problems = new Problems();
        problems.atLeast("data.attacker-validation", knowledge.validation().size(), 1);
        problems.throwIfAny();
    }

    /** Labels of the auxiliary records must be classes that the server's layers tell apart. */
    public static void labels(AuxiliaryData auxiliary, Shape outputs, String attack) {
        Problems problems = new Problems();
        problems.atLeast("data.attacker-auxiliary", auxiliary.size(), 1);
        problems.throwIfAny();
        if (auxiliary.labels().size() != auxiliary.size()) {
            throw new ConfigurationException(
                    "The attack (" + attack + ") trains on the classes of the attacker's records,"
                            + " and this data set has none. Choose unsplit, which needs no records, or decoder.");
        }
        int classes = 1
                + auxiliary.labels().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (outputs.rank() != 1 || outputs.length() < classes) {
            throw new ConfigurationException("The attack (" + attack + ") needs a server that holds the network's last"
                    + " layer; this one's layers end in (" + outputs + "), and there are " + classes
                    + " classes. Choose unsplit or decoder.");
        }
    }
}
