package peekbench.protocol.adasplit;

import java.util.List;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.party.SplitCast;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.BatchSchedule;

/**
 * In each iteration every client that has a batch left trains on it. In the global phase those that the server's orchestrator
 * chose send theirs.
 */
final class AdaSplitRun extends SplitRun {
    private final Orchestrator orchestrator;
    private final TrainingMeter clientLosses;
    private final int localEpochs;
    private final int count;

    /**
     * @param orchestrator the server's
     * @param clientLosses of the clients' own loss
     * @param epochs of the training
     */
    AdaSplitRun(
            SplitCast cast,
            AdaSplit.Choice options,
            Orchestrator orchestrator,
            TrainingMeter clientLosses,
            int epochs) {
        super(cast);
        this.orchestrator = orchestrator;
        this.clientLosses = clientLosses;
        this.localEpochs = options.localEpochs(epochs);
        this.count = options.count(cast.clients().size());
    }

    @Override
    protected void train(int epoch, List<Integer> present) {
        boolean global = epoch > localEpochs;
        List<BatchSchedule.ClientTurn> step = schedule().step(epoch, present, 0);
        for (int round = 1; !step.isEmpty(); round++) {
            if (global) {
                choose(step);
            }
            step.forEach(turn -> giveTurn(epoch, turn));
            if (global) {
                tell(PartyId.SERVER, new Message.StepEnds());
            }
            step = schedule().step(epoch, present, round);
        }
    }

    private void choose(List<BatchSchedule.ClientTurn> step) {
        List<Integer> candidates =
                step.stream().map(BatchSchedule.ClientTurn::client).toList();
        orchestrator.choose(candidates, count).forEach(client -> tell(PartyId.client(client), new Message.Chosen()));
    }

    /** The server's loss, or where it was sent nothing, that of the clients: the mean over pairs. */
    @Override
    public double takeMeanLoss() {
        double ofServer = super.takeMeanLoss();
        double ofClients = clientLosses.takeLoss();
        return Double.isNaN(ofServer) ? ofClients : ofServer;
    }
}
