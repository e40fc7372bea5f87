package peekbench.event;

import java.time.Instant;
import peekbench.registry.Summary;

/** What a trial process says of itself to the run that started it. */
public sealed interface ProcessEvent extends Event {
    /** Engine, plug-ins and data are loaded, and a trial can be given to the process. */
    @Summary("a trial process has loaded engine, plug-ins and data, and waits for a trial")
    record Ready(Instant at) implements ProcessEvent {}

    /** What it was told to prepare cannot be prepared; it ends. */
    @Summary("a trial process cannot do what it was asked to, and ends")
    record Unfit(Instant at, @Summary("why") String error) implements ProcessEvent {}

    /** The disk refuses what its trial has to write; it ends, and the run with it. */
    @Summary("a trial process cannot write its result, and ends")
    record Unwritten(Instant at, @Summary("why") String error) implements ProcessEvent {}
}
