package peekbench.event;

import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.registry.Summary;
import peekbench.result.EpochMetrics;

/** What concerns one trial. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface TrialEvent extends Event {
    /** Its id: its folder, as seen from the folder of the run. */
    String trial();

    /** How much of it is done, in [0, 1]; it never falls within an attempt. */
    double share();

    /**
     * A trial begins.
     *
     * @param process number of the process that it runs in
     * @param attempt counted from 1
     */
    @Summary("a trial begins")
    record Started(
            Instant at,
            @Summary("the trial's id") String trial,

            @Summary("how much of the trial is done, from 0 to 1")
            double share,

            @Summary("number of the process that it runs in")
            long process,

            @Summary("counted from 1; the second follows a process that vanished")
            int attempt)
            implements TrialEvent {}

    /**
     * A training epoch ended.
     *
     * @param epochs how many there will be
     */
    @Summary("a training epoch ended")
    record Epoch(
            Instant at,
            @Summary("the trial's id") String trial,

            @Summary("how much of the trial is done, from 0 to 1")
            double share,

            @Summary("how many there will be") int epochs,

            @Summary("what was measured, as in metrics.jsonl")
            EpochMetrics metrics)
            implements TrialEvent {}

    /**
     * An attack begins.
     *
     * @param attack its name, with its number among namesakes, source of records and epoch
     * @param place counted from 1
     * @param of how many the trial mounts
     */
    @Summary("an attack begins")
    record Attack(
            Instant at,
            @Summary("the trial's id") String trial,

            @Summary("how much of the trial is done, from 0 to 1")
            double share,

            @Summary("its name in tables") String attack,

            @Summary("its place among those of the trial, counted from 1")
            int place,

            @Summary("how many the trial mounts") int of)
            implements TrialEvent {}

    /** What goes on after training. */
    @Summary("what goes on after training")
    record Progress(
            Instant at,
            @Summary("the trial's id") String trial,

            @Summary("how much of the trial is done, from 0 to 1")
            double share,

            @Summary("what is done, for a person") String what,
            @Summary("how far it is, for a person") String detail)
            implements TrialEvent {}

    /** A trial is complete. */
    @Summary("a trial is complete")
    record Done(
            Instant at,
            @Summary("the trial's id") String trial,

            @Summary("how much of the trial is done, from 0 to 1")
            double share,

            @Summary("where its results are") String folder)
            implements TrialEvent {}

    /**
     * An attempt ended with an error.
     *
     * @param error in a line
     * @param log what its process printed, where there was a process
     * @param again whether it begins once more; otherwise it is stored as failed
     */
    @Summary("an attempt at a trial ended with an error")
    record Failed(
            Instant at,
            @Summary("the trial's id") String trial,

            @Summary("how much of the trial is done, from 0 to 1")
            double share,

            @Summary("what went wrong, in a line") String error,

            @Summary("the file with what its process printed")
            Optional<String> log,

            @Summary("whether it begins once more; otherwise it is stored as failed")
            boolean again)
            implements TrialEvent {}

    /** A trial ended because somebody asked; nothing of it is left. */
    @Summary("a trial ended because somebody asked; nothing of it is left")
    record Stopped(
            Instant at,
            @Summary("the trial's id") String trial,

            @Summary("how much of the trial is done, from 0 to 1")
            double share)
            implements TrialEvent {}
}
