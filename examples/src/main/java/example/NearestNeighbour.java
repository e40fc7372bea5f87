package example;

import com.google.auto.service.AutoService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Summary;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackProvider;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.QueryingServerView;

/**
 * Has the client encode the attacker's own records and answers, for each private record, with the mean of those whose smashed
 * data are nearest.
 *
 * @param neighbours how many are averaged
 */
// region options
@Name("nearest-neighbour")
@Summary("The attacker's own records whose smashed data are nearest")
public record NearestNeighbour(
        @Default("1") @Summary("own records that are averaged")
        int neighbours) implements AttackOptions {
    public NearestNeighbour {
        Problems problems = new Problems();
        problems.atLeast("neighbours", neighbours, 1);
        problems.throwIfAny();
    }

    @Override
    public Attack<?, ?> create() {
        return new Search(neighbours);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
    // endregion

    // region attack
    private record Search(int neighbours) implements Attack<QueryingServerView, ReconstructedInputs> {
        @Override
        public String name() {
            return "nearest-neighbour";
        }

        @Override
        public Class<QueryingServerView> view() {
            return QueryingServerView.class;
        }

        @Override
        public ReconstructedInputs run(
                QueryingServerView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
            INDArray own = knowledge.auxiliary().inputs();
            INDArray encoded = rows(view.query(own));
            Map<TargetSet, INDArray> found = new HashMap<>();
            for (TargetSet targets : view.targets()) {
                found.put(targets, nearest(rows(view.smashed(targets)), encoded, own));
                progress.report((double) found.size() / view.targets().size(), targets.label());
            }
            INDArray validation = knowledge.validation().inputs();
            INDArray guessed = nearest(rows(view.query(validation)), encoded, own);
            double error = guessed.squaredDistance(validation) / validation.length();
            return new ReconstructedInputs(
                    List.of(new Candidate("nearest " + neighbours, 0, error, true, found, List.of())));
        }
        // endregion

        private INDArray nearest(INDArray arrived, INDArray encoded, INDArray own) {
            long[] shape = own.shape().clone();
            shape[0] = arrived.size(0);
            INDArray found = Nd4j.create(own.dataType(), shape);
            for (int record = 0; record < arrived.size(0); record++) {
                INDArray squares = encoded.subRowVector(arrived.getRow(record));
                INDArray distances = squares.mul(squares).sum(1);
                for (int rank = 0; rank < neighbours; rank++) {
                    int place = Nd4j.argMin(distances).getInt(0);
                    distances.putScalar(place, Double.POSITIVE_INFINITY);
                    found.slice(record).addi(own.slice(place).div(neighbours));
                }
            }
            return found;
        }

        private static INDArray rows(INDArray smashed) {
            return smashed.reshape(smashed.size(0), smashed.length() / smashed.size(0));
        }
    }
}
