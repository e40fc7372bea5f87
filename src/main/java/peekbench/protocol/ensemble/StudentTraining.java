package peekbench.protocol.ensemble;

import com.google.auto.service.AutoService;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.split.VanillaSplit;
import peekbench.registry.Default;
import peekbench.registry.Inlined;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.threat.defense.DefensePlace;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;
import peekbench.training.TrainingOptions;

/**
 * Student and teacher: after vanilla split training the finished network, the teacher, answers on public records, and the
 * server trains a second network of the same architecture, the student, on those answers. Each public batch goes through
 * the layers of the client that is tested and the server's, with every defense in place; the server knows the public
 * records and does the student's forward and backward pass for the same batch. The private records are not used again.
 *
 * <p>The public records are the index set {@code attacker-auxiliary}: records that no victim trains or is tested on, whose
 * inputs everybody has; their labels are not used. An attacker's own records are therefore those that the student was
 * trained on.
 *
 * <p>Epochs of the student follow those of the split training and count on; their training loss is {@link
 * peekbench.nn.loss.Distillation}, their test metrics are the student's. The teacher's passes on public records count as traffic
 * and as operations. What is deployed is the student, split at the cut. The learning rate's schedule begins anew for it,
 * and so does early stopping.
 *
 * <p>Deviations: the paper gives no loss; that of Hinton et al. (2015) is taken. The student's architecture is the teacher's.
 *
 * @param split how the teacher is trained
 * @param studentEpochs passes over the public records
 * @param temperature T, by which outputs are divided before they are compared; 1 leaves them
 */
@Paper(
        authors = "Gupta, Raskar",
        title = "Distributed learning of deep neural network over multiple agents",
        year = 2018,
        venue = "Journal of Network and Computer Applications 116",
        section = "6")
@Name("student")
@Summary("Vanilla split, then a student learns from its outputs on public records; the server sees all")
@Sees(role = "server", what = "smashed data and labels while the teacher trains")
@Sees(role = "student's owner", what = "the outputs of the finished network on public records")
public record StudentTraining(
        @Inlined VanillaSplit split,

        @Summary("passes over the public records, which are data.attacker-auxiliary")
        int studentEpochs,

        @Default("1") @Summary("by what outputs are divided before they are compared")
        double temperature)
        implements ProtocolOptions {
    public StudentTraining {
        Problems problems = new Problems();
        problems.atLeast("student-epochs", studentEpochs, 1);
        problems.positive("temperature", temperature);
        if (split.turns().tested().isEveryone()) {
            problems.add(
                    "tested",
                    "is " + split.turns().tested().key() + ", but a student has one teacher; use last or average.");
        }
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new StudentTrainingProtocol(this);
    }

    @Override
    public int clients() {
        return split.clients();
    }

    @Override
    public int epochs(TrainingOptions training) {
        return training.epochs() + studentEpochs;
    }

    @Override
    public String privacyCovers() {
        return split.privacyCovers() + ", among them what the student learns from";
    }

    @Override
    public Set<DefensePlace> defensePlaces() {
        return split.defensePlaces();
    }

    @Override
    public String label() {
        return "student of vanilla split, " + Numbers.clients(clients())
                + split.turns().label() + (temperature == 1 ? "" : ", T = " + temperature);
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
