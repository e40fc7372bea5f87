package peekbench.protocol;

import java.util.List;
import peekbench.channel.InProcessChannel;
import peekbench.channel.PartyId;

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
record SplitCast(
        InProcessChannel channel,
        List<? extends SplitClient> clients,
        BatchSchedule schedule,
        Attendance attendance,
        List<PartyId> others,
        List<Learner> otherLearners,
        TrainingMeter meter,
        Deployment deployment) {}
