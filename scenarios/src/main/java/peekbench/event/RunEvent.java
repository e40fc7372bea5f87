package peekbench.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import peekbench.problem.Problem;
import peekbench.registry.Summary;

/** What concerns a run as a whole. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface RunEvent extends Event {

    /**
     * A run begins. The first line of a journal.
     *
     * @param format version of all lines that follow, see {@link Event#FORMAT}
     * @param run names the run among those of its folder: the time of its start
     * @param process number of its process
     * @param processStarted when that process began, so that a number that was given away again is noticed
     * @param command runs it again
     * @param folder where results go; of a suite, the folder of its result folders
     * @param scenario its name, or the name of a suite's folder
     * @param workers trials that run side by side
     */
    @Summary("a run begins")
    record Run(
            Instant at,
            @Summary("version of the lines that follow") int format,

            @Summary("name of the run in its folder: when it began")
            String run,

            @Summary("number of its process") long process,
            @Summary("when that process began") Instant processStarted,
            @Summary("the command line that runs it again") String command,

            @Summary("where results go; of a suite, the folder of its result folders")
            String folder,

            @Summary("name of the scenario, or of a suite's folder")
            String scenario,

            @Summary("trials that run side by side") int workers)
            implements RunEvent {}

    /** The scenario fits its data, and trials begin. */
    @Summary("the scenario fits its data, and trials begin")
    record Plan(
            Instant at,
            @Summary("all trials, in their order") List<Planned> trials,

            @Summary("what of the scenario cannot be together")
            List<Pair> leftOut)
            implements RunEvent {
        public Plan {
            trials = List.copyOf(trials);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * A trial of a plan.
     *
     * @param id its folder's name, in a suite with the result folder's before it: {@code nopeek/vanilla-split-5-pool1-undefended-seed1}
     * @param complete whether it is there and not run again
     */
    @Summary("a trial of the plan")
    record Planned(
            @Summary("its folder, as seen from the run's") String id,

            @Summary("whether it is there and not run again")
            boolean complete) {}

    /** A protocol and what it cannot be together with. */
    @Summary("a protocol and what it cannot be together with")
    record Pair(
            @Summary("the protocol, as tables call it; empty when it is left out with all")
            String protocol,

            @Summary("what kind of thing is left out: arm, attack or combination")
            String kind,

            @Summary("what is left out, as tables call it") String label,
            @Summary("why, as the end of a sentence") String reason) {}

    /** Running trials go on, none begins. */
    @Summary("running trials go on, none begins")
    record Paused(Instant at) implements RunEvent {}

    /** Trials begin again. */
    @Summary("trials begin again")
    record Resumed(Instant at) implements RunEvent {}

    /**
     * Running trials go on, none of this budget begins.
     *
     * @param budget as the scenario or the command line states it
     * @param trial the first that does not begin
     * @param reason as a sentence without its full stop
     */
    @Summary("running trials go on, none of this budget begins: the next would go beyond it")
    record BudgetSpent(
            Instant at,
            @Summary("as it was stated") String budget,
            @Summary("the first trial that does not begin") String trial,

            @Summary("what is taken, and what the trial would take")
            String reason)
            implements RunEvent {}

    /** The run ends early because somebody asked. */
    @Summary("the run ends early because somebody asked")
    record Stopping(
            Instant at,
            @Summary("what becomes of running trials") How how) implements RunEvent {}

    /** What becomes of running trials when a run is stopped. */
    enum How {
        /** They end as they would. */
        AFTER_RUNNING("after-running"),
        /** They end at once and leave nothing. */
        NOW("now");

        private final String label;

        How(String label) {
            this.label = label;
        }

        @JsonValue
        public String label() {
            return label;
        }
    }

    /**
     * The last line of a run.
     *
     * @param completed trials of the plan that are complete, those of earlier runs included
     * @param failed those that are stored as failed
     * @param remaining those of which there is nothing
     * @param files of the report, the one to open first at the front
     */
    @Summary("the run has ended")
    record RunDone(
            Instant at,
            @Summary("how it ended") Outcome outcome,

            @Summary("trials that are complete, those of earlier runs included")
            int completed,

            @Summary("trials that failed") int failed,
            @Summary("trials of which there is nothing") int remaining,

            @Summary("files of the report, the one to open first at the front")
            List<String> files)
            implements RunEvent {
        public RunDone {
            files = List.copyOf(files);
        }
    }

    /** How a run ended. */
    enum Outcome {
        /** Every trial is complete. */
        COMPLETED("completed"),
        /** All trials have ended, some of them with an error. */
        FAILED("failed"),
        /** Somebody stopped it, or its budget is spent. */
        STOPPED("stopped"),
        /** Its program was told to end. */
        INTERRUPTED("interrupted");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        @JsonValue
        public String label() {
            return label;
        }
    }

    /** Nothing could be run, or results could not be written. */
    @Summary("the command could not be done; the last line")
    record Refused(Instant at, @Summary("every mistake") List<Problem> problems) implements RunEvent {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
