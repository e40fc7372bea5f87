package peekbench.protocol.party;

import java.util.List;
import peekbench.channel.InProcessChannel;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.schedule.Attendance;
import peekbench.protocol.schedule.BatchSchedule;

/**
 * The parties of a split training.
 *
 * @param channel that connects all
 * @param clients in the order of their numbers
 * @param schedule when they train
 * @param attendance who takes part
 * @param others who hear of the beginning and end of epochs
 * @param otherLearners what others than clients learn
 * @param meter of the task loss
 * @param deployment puts them to work
 */
public record SplitCast(
        InProcessChannel channel,
        List<? extends SplitClient> clients,
        BatchSchedule schedule,
        Attendance attendance,
        List<PartyId> others,
        List<Learner> otherLearners,
        TrainingMeter meter,
        Deployment deployment) {}
